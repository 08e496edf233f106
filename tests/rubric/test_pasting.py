"""Texts as they are pasted: pages, mails, answers to mails, other languages."""

import pytest

from simulator.rubric import grade

TOLD = "Hackers stole the names and addresses of our customers."


def test_markup_is_not_text():
    """Styles and scripts are not what the reader was told."""
    page = f"<html><style>p {{}}</style><script>say('we apologise')</script><p>{TOLD}</p></html>"
    reading = grade(page)
    assert reading.text.strip() == TOLD
    assert "responsibility" not in reading.found()


def test_page_headings_count():
    """Headings survive the loss of their tags."""
    page = (
        f"<h2>What happened?</h2><p>{TOLD}</p><h2>What to do</h2><p>Change your password now.</p>"
    )
    assert "structure" in grade(page).found()


def test_link_shows_where_it_leads():
    """A mail address hidden behind words is a contact all the same."""
    assert "contact" in grade('<p>Please <a href="mailto:dpo@shop.example">write</a>.</p>').found()


def test_earlier_mails_are_left_out():
    """What was answered is not part of the answer."""
    mail = f"{TOLD}\n\nOn 3 May 2021, Jo wrote:\n> We apologise.\nWe are very sorry."
    assert "responsibility" not in grade(mail).found()


def test_small_print_is_left_out():
    """The address one unsubscribes at is not a contact."""
    mail = f"<p>{TOLD}</p><p>To unsubscribe write to stop@shop.example</p>"
    assert "contact" not in grade(mail).found()


def test_entities_are_read():
    """Mail programs write accents in their own way."""
    text = "<p>Des pirates ont vol&eacute; les donn&eacute;es de nos clients.</p>"
    assert "what_happened" in grade(text, "fr").found()


@pytest.mark.parametrize(
    "text",
    [
        "Wir haben festgestellt, dass die Daten unserer Kunden von Unbekannten kopiert wurden. "
        "Bitte ändern Sie Ihr Passwort und achten Sie auf die Nachrichten, die Sie erhalten.",
        "Hemos detectado que los datos de nuestros clientes han sido copiados por unos "
        "desconocidos. Por favor, cambie su contraseña y desconfíe de los mensajes que reciba.",
    ],
)
def test_other_language_is_said(text):
    """A grade of a text that was not understood would be worth nothing."""
    reading = grade(text)
    assert any("neither in French" in note.en for note in reading.notes)
    assert not reading.found()


def test_mixed_text_is_said():
    """Half of a bilingual notice is not read, and the reader is told."""
    both = "Nous avons appris que des pirates ont volé vos données dans notre base. " + (
        "We have learned that hackers stole your data from our base and we are sorry for that. "
    )
    assert any("mixes" in note.en for note in grade(both).notes)


def test_short_text_is_said():
    """A tweet is not a notice."""
    assert any("short" in note.en.lower() for note in grade(TOLD).notes)
