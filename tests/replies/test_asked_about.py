"""What is asked is found in the buttons shown, in what was said before, in the parts, and in the whole."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from actions.content.models import Role
from actions.replies.asked import Asked, asks_only
from actions.replies.asked_about import asked_about
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.light import UNREAD, Understood
from actions.replies.passages import Question, topic_of
from actions.replies.questions_offered import question_button
from actions.replies.turn import Turn
from tests.replies.said import Reads, after, light, pressed, said

OUTSIDE = "utanfor-amnet"


def asked(
    known: Knowledge, turn: Turn, conversation: Conversation | None = None, reader: Reads | None = None
) -> Asked:
    return asyncio.run(asked_about(turn, light(known, turn, conversation or after(), reader or Reads())))


def test_a_plain_question_is_its_topic_and_a_sure_one_its_very_question(known: Knowledge) -> None:
    assert asked(known, said("vad kostar det", "kostnad")) == Asked((Question("kostnad"),))
    exact = said("kostar resan", "kostnad", passage="kostnad#resan")
    assert asked(known, exact) == Asked((Question("kostnad", "kostnad#resan"),))
    assert asks_only(asked(known, said("vad kostar det", "kostnad")), "kostnad")


def test_a_question_that_content_no_longer_has_is_answered_by_its_topic(known: Knowledge) -> None:
    gone = said("kostar parkeringen", "kostnad", passage="kostnad#finns-inte")
    assert asked(known, gone) == Asked((Question("kostnad"),))


def test_nothing_answerable_is_no_question(known: Knowledge) -> None:
    assert asked(known, said("blargh")) == Asked(())
    assert asked(known, pressed("mer")) == Asked(())


def test_the_second_suggestion_can_be_chosen_in_words(known: Knowledge) -> None:
    offered = tuple(question_button(known.store, known.store.passages[key]) for key in
                    ("kostnad#resan", "samtycke#sip-utan-mitt-ja"))  # fmt: skip
    found = asked(known, said("den andra", "ja"), after(offered=offered))
    assert found == Asked((Question("samtycke", "samtycke#sip-utan-mitt-ja"),))


def test_a_question_mark_alone_asks_what_the_chat_can_do(known: Knowledge) -> None:
    assert asked(known, said("…", "kostnad")) == Asked((Question("hjalp"),))


def test_a_short_follow_up_leans_on_the_answer_before(known: Knowledge) -> None:
    before = after(last_topic="kostnad", last_passage="kostnad#resan")
    assert asked(known, said("gäller det barn?"), before) == Asked((Question("barn-och-unga"),))


def test_what_was_just_answered_is_answered_longer_when_asked_again(known: Knowledge) -> None:
    before = after(last_topic="kostnad", last_passage="kostnad#resan")
    again = asked(known, said("berätta om kostnaderna en gång till", "kostnad"), before)
    assert again == Asked((Question("kostnad", "kostnad#resan"),), "long")


def test_small_talk_is_nothing_to_lean_on(known: Knowledge) -> None:
    before = after(last_topic="halsning")
    assert asked(known, said("hej igen på dig", "halsning"), before) == Asked((Question("halsning"),))


def test_what_is_surely_outside_is_never_taken_for_a_follow_up(known: Knowledge) -> None:
    before = after(last_topic="kostnad")
    assert asked(known, said("gäller det barn?", OUTSIDE, 0.9), before) == Asked((Question(OUTSIDE),))
    assert asked(known, said("gäller det barn?", OUTSIDE, 0.45), before) == Asked(
        (Question("barn-och-unga"),)
    )


CONSENT, WITHDRAWN = "samtycke#maste-skriva-under", "aterta-samtycke#far-jag-angra-mig"
ANSWERED = after(last_topic="samtycke", last_passage=CONSENT, antecedent="Måste samtycket vara skriftligt?")


def test_a_message_that_says_something_only_after_the_one_before_is_read_with_it(known: Knowledge) -> None:
    leaning = said("å om jag ångrar mig", likely={"nekad-sip#overklaga": 0.4, WITHDRAWN: 0.3})
    with_antecedent = Reads(skriftligt=WITHDRAWN)
    found = asked(known, leaning, ANSWERED, with_antecedent)
    assert found.questions == (Question("aterta-samtycke", WITHDRAWN),)
    assert asked(known, leaning, after(), with_antecedent) == Asked(())


def test_what_it_asks_by_itself_is_answered_too_where_that_may_be_meant(known: Knowledge) -> None:
    for likelihood, second in ((0.4, "nekad-sip#overklaga"), (0.002, "")):
        leaning = said("å om jag ångrar mig", likely={"nekad-sip#overklaga": likelihood, WITHDRAWN: 0.3})
        found = asked(known, leaning, ANSWERED, Reads(skriftligt=WITHDRAWN))
        assert (found.questions[0].passage, found.second) == (WITHDRAWN, second)


def test_of_many_that_may_be_meant_none_is_taken_for_sure(known: Knowledge) -> None:
    many = ["kostnad#resan", "lag#var-lasa-lagtexten", "tolk#har-jag-ratt", "uppfoljning#mote-tidigare"]
    found = asked(known, said("å de då", likely=dict.fromkeys(many, 0.1)), ANSWERED)
    assert found.in_doubt and set(found.likely) == set(many) and found.second
    sure = asked(known, said("å resan då", likely={"kostnad#resan": 0.9}), ANSWERED)
    assert not sure.in_doubt and sure.questions == (Question("kostnad", "kostnad#resan"),)


def test_it_is_read_with_a_message_that_was_not_understood_too(known: Knowledge) -> None:
    leaning = said("å om hon säger nej", likely={"nekad-sip#overklaga": 0.1})
    missed = after(misses=1, antecedent="kan min mamma få en sip")
    refused = "narstaende-begara#personen-sager-nej"
    found = asked(known, leaning, missed, Reads(**{"mamma få en sip å om": refused}))
    assert refused in (found.questions[0].passage, found.second)
    assert asked(known, leaning, after(antecedent="kan min mamma få en sip")) == Asked(())


def test_a_long_message_stands_by_itself_and_a_long_one_before_it_is_read_from_its_end(
    known: Knowledge,
) -> None:
    """Each reading costs as much as a message: three of a long one would keep everybody waiting."""
    asked_texts: list[str] = []

    class Counts(Reads):
        async def read(self, texts: Sequence[str]) -> list[Understood]:
            asked_texts.extend(filter(None, texts))
            return [UNREAD] * len(texts)

    story = "hon bor hemma och jag hjälper henne " * 50
    asked(known, said(story, likely={WITHDRAWN: 0.3}), ANSWERED, Counts())
    assert asked_texts == []
    asked(
        known,
        said("å om hon ångrar sig", likely={WITHDRAWN: 0.3}),
        after(misses=1, antecedent=story),
        Counts(),
    )
    assert [len(text) for text in asked_texts] == [601] and asked_texts[0].endswith("å om hon ångrar sig")


def test_after_a_button_it_is_read_with_the_question_answered(known: Knowledge) -> None:
    before = after(last_topic="samtycke", last_passage=CONSENT)
    question = known.store.passages[CONSENT].question
    found = asked(known, said("å på telefon"), before, Reads(**{question.casefold(): WITHDRAWN}))
    assert found.questions == (Question("aterta-samtycke", WITHDRAWN),)


def test_what_is_plain_by_itself_is_that_whatever_came_before(known: Knowledge) -> None:
    for words, sure in (("vad kostar resan", 0.5), ("kostar resan", 0.8)):
        turn = said(words, "kostnad", likely={"kostnad#resan": sure})
        found = asked(known, turn, ANSWERED, Reads(skriftligt=WITHDRAWN))
        assert found.questions == (Question("kostnad", "kostnad#resan"),)


def test_who_objects_does_not_get_the_same_answer_again(known: Knowledge) -> None:
    before = after(
        last_topic="samtycke", last_passage=CONSENT, answered={CONSENT}, antecedent="mamma kan inte säga ja"
    )
    likely = {CONSENT: 0.9, "kostnad#resan": 0.05, WITHDRAWN: 0.04}
    for words, pardon in (("nej hon kan inte säga något alls", False), ("du lyssnar inte, inte hon", True)):
        found = asked(known, said(words, likely=likely), before, Reads(inte=WITHDRAWN))
        assert (found.questions[0].passage, found.second) == (WITHDRAWN, found.second)
        assert CONSENT not in (found.second, *found.likely)
        assert found.corrected is pardon


def test_what_only_staff_ask_is_not_answered_to_a_parent(known: Knowledge) -> None:
    for_staff = next(key for key, passage in known.store.passages.items() if passage.reader is Role.STAFF)
    likely = {for_staff: 0.8, "kostnad#resan": 0.1}
    turn = said("vem är hans chef", topic_of(for_staff), passage=for_staff, likely=likely)
    for before in (after(), after(last_topic="samtycke", last_passage=CONSENT, antecedent="vem bestämmer")):
        staff, parent = replace(before, role=Role.STAFF), replace(before, role=Role.PARENT)
        assert asked(known, turn, staff).questions[0].passage == for_staff
        assert asked(known, turn, parent).questions[0].passage == "kostnad#resan"


def test_what_follows_on_something_outside_leans_on_it(known: Knowledge) -> None:
    before = after(
        last_topic=OUTSIDE, last_passage="utanfor-amnet#fardtjanst", antecedent="hur får jag färdtjänst"
    )
    found = asked(known, said("å till en annan kommun"), before, Reads(färdtjänst="utanfor-amnet#fardtjanst"))
    assert found.questions[0].topic == OUTSIDE


def test_a_faint_sound_of_danger_does_not_keep_a_follow_up_from_its_answer(known: Knowledge) -> None:
    leaning = said("jag är ju hennes mamma", likely={"kris": 0.3, WITHDRAWN: 0.2})
    found = asked(known, leaning, ANSWERED, Reads())
    assert found.questions == (Question("aterta-samtycke", WITHDRAWN),) and "kris" not in found.likely


def test_who_only_blames_is_answered_anew_about_what_was_asked(known: Knowledge) -> None:
    before = after(
        last_topic="samtycke", last_passage=CONSENT, answered={CONSENT}, antecedent="kan hon ångra sig"
    )
    blame = said("du svarade på samma sak igen", OUTSIDE, 0.9)
    found = asked(known, blame, before, Reads(ångra=WITHDRAWN))
    assert found.questions == (Question("aterta-samtycke", WITHDRAWN),) and found.corrected


def test_what_was_just_answered_is_the_last_to_be_answered_again(known: Knowledge) -> None:
    alike = {CONSENT: 0.45, WITHDRAWN: 0.35}
    before = after(last_topic="kostnad", last_passage="kostnad#resan", antecedent="vad gäller")
    assert asked(known, said("å sen", likely=alike), before).questions[0].passage == CONSENT
    again = replace(before, answered=frozenset({CONSENT}))
    assert asked(known, said("å sen", likely=alike), again).questions[0].passage == WITHDRAWN


@pytest.mark.parametrize(
    "words", ["okej tack. och om hon ångrar sig", "tack. fast om hon ångrar sig då", "ok tack ångrar hon sig"]
)
def test_what_stands_behind_thanks_is_answered(known: Knowledge, words: str) -> None:
    thanks = said(words, "tack", 0.97)
    found = asked(known, thanks, ANSWERED, Reads(**{"ångrar": WITHDRAWN}))
    assert found.questions == (Question("aterta-samtycke", WITHDRAWN),)


@pytest.mark.parametrize(
    "words",
    [
        "ok tack då vet ja, hon ringer imorn",
        "okej tack. de va hög tröskel o ringa men nu vet ja",
        "ok tack hej",
        "tack ja ringer imorn",
        "tack snälla du, då ringer jag neurologen imorgon",
        "ok tack ja ringer båda imorn bitti",
        "jaja skit samma. tack ändå",
        "ok tack så mycke för hjälpen hej då",
        "nu orkar ja inte mer ikväll, tack så länge",
    ],
)
def test_who_thanks_and_goes_is_thanked(known: Knowledge, words: str) -> None:
    before = after(last_topic="kostnad", last_passage="kostnad#resan", antecedent="kostar resan något")
    assert asked(known, said(words), before) == Asked((Question("tack"),))


@pytest.mark.parametrize(
    "words",
    [
        "tack. kostar de nåt för henne",
        "tack, men måste vi komma",
        "tack kan syrran va me",
        "tack han är 15",
        "tack men han ringer inte",
        "tack, jag frågar om hon vill",
        "tack för allt, jag orkar inte leva",
        "nu orkar jag inte mer, tack för allt",
    ],
)
def test_thanks_beside_something_else_are_no_goodbye(known: Knowledge, words: str) -> None:
    assert not known.followups.closes(words)


def test_a_topic_that_is_plain_by_itself_is_no_follow_up(known: Knowledge) -> None:
    before = after(last_topic="hitta-kontakt", antecedent="vem ringer ja hon bor i kungälv")
    plain = said("va kostar de", "kostnad", likely={"kostnad": 0.92})
    found = asked(known, plain, before, Reads(kungälv="hitta-kontakt#tva-kommuner"))
    assert found.questions == (Question("kostnad"),)


def test_a_yes_with_something_behind_it_tells_something(known: Knowledge) -> None:
    before = after(last_topic="utskrivning", antecedent="mamma kommer hem från sjukhuset")
    tells = said("ja men hon är ju dement", "ja", 0.8, likely={"ja": 0.8, "aldre#demens": 0.1})
    found = asked(known, tells, before, Reads(dement="aldre#demens"))
    assert found.questions == (Question("aldre", "aldre#demens"),)
    assert asked(known, said("ja tack", "ja", 0.8), before, Reads(ja="aldre#demens")) == Asked(())


def test_half_a_sentence_that_says_nothing_alone_is_read_with_what_came_before(known: Knowledge) -> None:
    before = after(last_topic="tolk", antecedent="kan min dotter tolka åt mej på mötet")
    half = said("varför ska hon inte det", likely={"tolk#anhorig-tolkar": 0.1})
    assert asked(known, half, before, Reads(tolka="tolk#anhorig-tolkar")).questions == (
        Question("tolk", "tolk#anhorig-tolkar"),
    )


def test_nothing_is_skipped_where_no_task_is_under_way(known: Knowledge) -> None:
    before = after(last_topic="vilka-deltar", antecedent="å pappan då vi är skilda")
    silent = said("han svarar inte", "hoppa-over", 0.8, likely={"hoppa-over": 0.8})
    reader = Reads(pappan="barn-och-unga#andra-foraldern-svarar-inte")
    assert asked(known, silent, before, reader).questions[0].topic == "barn-och-unga"
    assert asked(known, silent, replace(before, task="request"), reader) == Asked(())


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("nej så menade ja inte, de va längesen. ja vill bara veta om han får veta nåt", "han får veta nåt"),
        ("nej inte mötet, vem håller ihop planen", "vem håller ihop planen"),
        ("ja undrade vad de kostar", "vad de kostar"),
        ("nej nej han e inte i fara. jag menar tvångsvård", "tvångsvård"),
        ("ja men va är en sip", "va är en sip"),
        ("jaha så det e ett möte, vilka e me", "det e ett möte, vilka e me"),
        ("nej hon vill ju", "nej hon vill ju"),
        ("ja men hon då", "ja men hon då"),
        ("vad kostar det", "vad kostar det"),
        ("nej", "nej"),
    ],
)
def test_what_comes_after_a_correction_is_what_was_meant(known: Knowledge, words: str, meant: str) -> None:
    assert known.followups.meant(words) == meant


def test_after_a_correction_only_what_was_meant_is_read(known: Knowledge) -> None:
    before = after(last_topic="efter-motet", antecedent="vem håller i mötet")
    words = said("nej inte mötet, vem håller ihop planen", likely={"motesledare#vem-leder": 0.5})
    found = asked(known, words, before, Reads(planen="huvudansvar#vem-ringer-jag"))
    assert found.questions == (Question("huvudansvar", "huvudansvar#vem-ringer-jag"),)


def test_who_asks_what_a_sip_is_in_the_midst_of_something_else_is_told(known: Knowledge) -> None:
    before = after(last_topic="arbete-fk-af", antecedent="sjukskriven, läkaren sa att jag borde ha en sip")
    again = said("ja men va är en sip", "ja", 0.53, likely={"ja": 0.57})
    assert asked(known, again, before, Reads(**{"va är en sip": "vad-ar-sip"})) == Asked(
        (Question("vad-ar-sip"),)
    )


@pytest.mark.parametrize("words", ["det gäller min mormor", "jag är inte personal", "jag är 15"])
def test_who_only_says_who_they_are_gets_the_answer_anew(known: Knowledge, words: str) -> None:
    before = after(last_topic="kostnad", last_passage="kostnad#resan", role=Role.STAFF)
    anew = asked(known, said(words), before)
    assert anew.corrected and anew.questions == (Question("kostnad", "kostnad#resan"),)


def test_who_asks_something_in_the_same_breath_gets_that(known: Knowledge) -> None:
    before = after(last_topic="kostnad", last_passage="kostnad#resan", role=Role.STAFF)
    assert not asked(known, said("jag är inte personal, måste jag komma"), before).corrected


@pytest.mark.parametrize("words", ["ok och farmorn då", "okej och pappa då", "ok å sonen då"])
def test_the_same_of_another_is_neither_thanks_nor_goodbye(known: Knowledge, words: str) -> None:
    before = after(
        last_topic="vilka-deltar", last_passage="vilka-deltar#skolan", antecedent="får skolan vara med"
    )
    reader = Reads(
        farmorn="stodperson#far-jag-ta-med",
        pappa="stodperson#far-jag-ta-med",
        sonen="stodperson#far-jag-ta-med",
    )
    found = asked(known, said(words, "hejda", 0.9, likely={"hejda": 0.9}), before, reader)
    assert found.questions and found.questions[0].topic not in ("hejda", "tack")
    assert known.followups.closes("ok tack då") and not known.followups.asks_the_same_of_another("ok tack då")
    assert not known.followups.asks_the_same_of_another("ok då")
