from django.urls import path

from styrk.feedback.views import acts, council, importing, keeping, outside, register, telling

app_name = "feedback"
urlpatterns = [
    path("stemmer/", register.voices, name="voices"),
    path("stemmer/ny/", telling.tell, name="tell"),
    path("stemmer/les-inn/", importing.import_files, name="import"),
    path("stemmer/les-inn/mal/", importing.template, name="template"),
    path("stemmer/undersokelser/les-inn/", importing.import_scores, name="import_scores"),
    path("stemmer/undersokelser/mal/", importing.scores_template, name="scores_template"),
    path("stemmer/temaer/", register.themes, name="themes"),
    path("stemmer/vurder/", keeping.judge, name="judge"),
    path("stemmer/siden/", keeping.entrance, name="entrance"),
    path("stemmer/overste-leder/", register.about_top, name="about_top"),
    path("stemmer/brukerutvalg/", council.council, name="council"),
    path("stemmer/brukerutvalg/ny/", council.lay, name="lay"),
    path("stemmer/brukerutvalg/<uuid:uuid>/", council.hearing, name="hearing"),
    path("stemmer/brukerutvalg/<uuid:uuid>/uttalelse/", council.say, name="say"),
    path("stemmer/brukerutvalg/<uuid:uuid>/svar/", council.reply, name="reply"),
    path("dere-sa/", keeping.changes, name="changes"),
    path("dere-sa/<uuid:uuid>/", acts.show_change, name="show_change"),
    path("stemmer/<uuid:uuid>/", register.voice, name="voice"),
    path("stemmer/<uuid:uuid>/ta-imot/", acts.take, name="take"),
    path("stemmer/<uuid:uuid>/gjelder/", acts.describe, name="describe"),
    path("stemmer/<uuid:uuid>/videre/", acts.hand_over, name="hand_over"),
    path("stemmer/<uuid:uuid>/forelopig/", acts.write_meanwhile, name="write_meanwhile"),
    path("stemmer/<uuid:uuid>/svar/", acts.answer, name="answer"),
    path("stemmer/<uuid:uuid>/vurder/", acts.assess, name="assess"),
    path("stemmer/<uuid:uuid>/tiltak/", acts.add_action, name="add_action"),
    path("stemmer/<uuid:uuid>/endret/", acts.tell_change, name="tell_change"),
    path("fortell/svar/<str:word>/", outside.answered, name="answered"),
    path("fortell/<str:code>/", outside.tell, name="open"),
    path("fortell/<str:code>/dere-sa/", outside.shown, name="shown"),
]
