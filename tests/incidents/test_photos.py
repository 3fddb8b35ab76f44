"""Photos: what the camera wrote is gone, what is no picture is refused, and few may open them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from styrk.core import scope
from styrk.incidents import photos
from styrk.incidents.models import Attachment
from tests.incidents.conftest import picture

GPS, MAKER, ORIENTATION = 0x8825, 0x010F, 0x0112
TURNED = 6  # the camera was held upright: to be shown a quarter turn to the right


def read(content, name="bad.jpg"):
    return photos.read(name, len(content), io.BytesIO(content))


def opened(photo):
    return Image.open(io.BytesIO(photo.content))


def camera(orientation=1, size=(80, 60)):
    """A JPEG as a phone makes it: with place, maker and how it was held."""
    exif = Image.Exif()
    exif[MAKER] = "Kvitrosekamera"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS).update({1: "N", 2: (60.0, 23.0, 12.0), 3: "E", 4: (5.0, 19.0, 8.0)})
    seen = Image.new("RGB", size, "white")
    seen.paste("black", (0, 0, size[0] // 2, size[1] // 2))
    out = io.BytesIO()
    seen.save(out, format="JPEG", exif=exif, comment=b"Kvitrosekommentar")
    return out.getvalue()


def corners(image):
    """Which corners are dark: one of them, and which one says how it is turned."""
    wide, high = image.size
    at = ((2, 2), (wide - 3, 2), (2, high - 3), (wide - 3, high - 3))
    return image.size, [image.convert("L").getpixel(corner) < 128 for corner in at]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(side):
    """A PNG of a few bytes that says it is `side` by `side` pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def zipped():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bad.jpg", b"\0" * 5_000_000)
    return out.getvalue()


def test_place_maker_and_comment_are_gone():
    sent = camera()
    assert b"Kvitrosekamera" in sent
    assert Image.open(io.BytesIO(sent)).getexif().get_ifd(GPS)
    photo = read(sent)

    assert not opened(photo).getexif()
    assert "comment" not in opened(photo).info
    assert b"Kvitrose" not in photo.content


def test_text_in_a_png_is_gone():
    written = PngInfo()
    written.add_text("Author", "Kvitrosebark")
    written.add_itxt("Comment", "Kvitrosebark", zip=True)
    photo = read(picture("PNG", pnginfo=written))

    assert not opened(photo).info
    assert photo.content_type == "image/png"


@pytest.mark.parametrize("orientation", range(10))
def test_picture_is_turned_as_the_camera_was_held(orientation):
    sent = camera(orientation, size=(80, 60))
    expected = ImageOps.exif_transpose(Image.open(io.BytesIO(sent)))

    assert corners(opened(read(sent))) == corners(expected)
    assert expected.size == ((60, 80) if orientation in {5, 6, 7, 8} else (80, 60))


@pytest.mark.parametrize(
    ("kind", "mode", "expected"),
    [
        ("JPEG", "RGB", "image/jpeg"),
        ("JPEG", "L", "image/jpeg"),
        ("JPEG", "CMYK", "image/jpeg"),
        ("PNG", "RGB", "image/png"),
        ("PNG", "RGBA", "image/png"),
        ("PNG", "LA", "image/png"),
        ("PNG", "P", "image/png"),
        ("PNG", "1", "image/png"),
        ("PNG", "I;16", "image/png"),
        ("WEBP", "RGB", "image/webp"),
        ("WEBP", "RGBA", "image/webp"),
    ],
)
def test_pictures_that_browsers_show_are_taken(kind, mode, expected):
    photo = read(picture(kind, mode=mode, color=0 if mode in {"1", "P", "I;16"} else "gray"))

    assert photo.content_type == expected
    assert opened(photo).format == kind
    assert len(photo.digest) == 64


def test_two_pictures_in_one_file_as_phones_make_them_is_the_first():
    """MPO: a JPEG with another behind it, from cameras with depth or two lenses."""
    out = io.BytesIO()
    both = [Image.new("RGB", (40, 30), color) for color in ("teal", "gray")]
    both[0].save(out, format="MPO", save_all=True, append_images=both[1:])
    photo = read(out.getvalue())

    assert photo.content_type == "image/jpeg"
    assert getattr(opened(photo), "n_frames", 1) == 1


def test_moving_picture_is_its_first_moment():
    out = io.BytesIO()
    frames = [Image.new("RGB", (40, 30), color) for color in ("teal", "gray")]
    frames[0].save(out, format="WEBP", save_all=True, append_images=frames[1:])

    assert getattr(opened(read(out.getvalue())), "n_frames", 1) == 1


def test_large_picture_is_made_as_small_as_a_screen_needs():
    assert opened(read(picture(size=(4000, 3000)))).size == (2400, 1800)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Ikke et bilde",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        picture("GIF", mode="P", color=0),
        picture("BMP"),
        picture("TIFF"),
        zipped(),
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"\0" * 13),
        b"%!PS-Adobe-3.0\n",
    ],
    ids=lambda content: repr(content[:8]),
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(photos.NotAPhoto):
        read(content)


def test_more_bytes_than_a_photo_needs_are_refused_unread(settings):
    with pytest.raises(photos.TooLarge):
        photos.read("bad.jpg", settings.ATTACHMENT_BYTES + 1, None)


@pytest.mark.parametrize("side", [8_000, 10_000, 15_000, 60_000, 2**31 - 1])
def test_bomb_is_refused_before_it_is_unpacked(side):
    with pytest.raises((photos.TooLarge, photos.NotAPhoto)):
        read(bomb(side))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_cut_off_picture_is_refused(kind):
    whole = picture(kind, size=(200, 200))

    for part in range(1, 10):
        with pytest.raises(photos.NotAPhoto):
            read(whole[: len(whole) * part // 10])


@pytest.mark.filterwarnings("ignore")  # Pillow's remarks on what it meets
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_broken_picture_is_a_picture_or_refused(data):
    """Any byte changed anywhere: never another error than the two that the form knows."""
    kind = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "camera"]))
    content = bytearray(camera(TURNED) if kind == "camera" else picture(kind))
    for _change in range(data.draw(st.integers(1, 6))):
        where = data.draw(st.integers(0, len(content) - 1))
        content[where] = data.draw(st.integers(0, 255))
    try:
        photo = read(bytes(content))
    except (photos.NotAPhoto, photos.TooLarge):
        return
    assert not opened(photo).getexif()


def test_name_is_the_last_part_and_not_too_long():
    assert read(picture(), "../../etc/bad.jpg").name == "bad.jpg"
    assert len(read(picture(), "å" * 500 + ".jpg").name) == photos.NAME_CHARACTERS


# The door


@pytest.fixture
def attached(world, nurse, report, photo):
    report(nurse, world.ward, photos=[photo])
    with scope.acting(scope.SYSTEM):
        return Attachment.objects.get()


@pytest.mark.django_db
def test_photo_is_stored_under_a_name_that_says_nothing(attached, files):
    stored = files / attached.file

    assert attached.name == "bilde-1.jpg"
    assert "bad" not in attached.file
    assert Path(attached.file).suffix == ".jpg"
    assert stored.stat().st_mode & 0o077 == 0
    assert stored.stat().st_size == attached.size


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "status"),
    [
        *(("nurse", 200), ("ward_leader", 200), ("ceo", 200), ("quality_adviser", 200)),
        *(("colleague", 404), ("other_leader", 404), ("board_chair", 404)),
        *(("administrator", 404), ("outsider", 404), ("outsider_ceo", 404)),
    ],
)
def test_photo_is_for_those_who_see_the_report(page, world, attached, who, status):
    assert page(world.people[who]).get(f"/bilde/{attached.uuid}/").status_code == status


@pytest.mark.django_db
def test_photo_is_served_as_a_photo_and_kept_nowhere(page, nurse, attached, files):
    answer = page(nurse).get(f"/bilde/{attached.uuid}/")

    assert answer.content == (files / attached.file).read_bytes()
    assert {name: answer[name] for name in answer.headers if name in HEADERS} == HEADERS


HEADERS = {
    "Content-Type": "image/jpeg",
    "Content-Disposition": 'inline; filename="bilde-1.jpg"',
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ['a"; x="b.jpg', "å æ ø.jpg", "a\r\nSet-Cookie: x=1.jpg", "…"])
def test_strange_name_is_only_a_name(page, nurse, meld, upload, name):
    page(nurse).post("/meld/", meld() | {"photos": upload(name)})
    with scope.acting(scope.SYSTEM):
        found = Attachment.objects.get()
    answer = page(nurse).get(f"/bilde/{found.uuid}/")

    assert answer.status_code == 200
    assert "x" not in answer.cookies


@pytest.mark.django_db
def test_photo_whose_file_is_gone_is_missing(page, nurse, attached, files):
    (files / attached.file).unlink()

    assert page(nurse).get(f"/bilde/{attached.uuid}/").status_code == 404


@pytest.mark.django_db
def test_files_have_no_address_of_their_own(client_of, nurse, attached):
    for address in (f"/files/{attached.file}", f"/media/{attached.file}", f"/{attached.file}"):
        assert client_of(nurse).get(address).status_code == 404
