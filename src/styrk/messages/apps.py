from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "styrk.messages"
    label = "styrk_messages"  # Django has an app called messages
