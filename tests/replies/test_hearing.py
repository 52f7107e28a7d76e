"""In the middle of a letter nothing is lost by mistake: not an answer, not a question, not a wish."""

from dataclasses import replace

import pytest

from actions.crisis import CrisisSignal
from actions.replies.asked import Asked
from actions.replies.conversation import Conversation
from actions.replies.hearing import hear
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import start_over
from actions.replies.reply import Button
from actions.replies.spoken import Spoken
from actions.replies.stopping import agrees_to_forget
from actions.replies.task_turns import ask
from actions.replies.turn import Turn
from actions.tasks.models import TaskState
from tests.replies.said import after, pressed, said

LISTEN = "action_listen"


class Letter:
    """A letter under way, heard message by message."""

    def __init__(self, known: Knowledge, step: str, task: str = "draft", **answers: object) -> None:
        self.known, self.task = known, task
        self.state = TaskState(task=task, step=step, answers=answers)

    @property
    def before(self) -> Conversation:
        return after(task=self.task, states={self.task: self.state})

    def hears(self, turn: Turn | str) -> Spoken:
        turn = said(turn, confidence=0.3) if isinstance(turn, str) else turn
        spoken = hear(self.known, self.task, turn, self.before, LISTEN)
        kept = spoken.kept.get(f"{self.task}_state")
        self.state = TaskState.model_validate(kept) if kept else self.state
        return spoken

    def asks(self) -> Spoken:
        return ask(self.known, self.task, self.before, LISTEN)


@pytest.fixture
def letter(known: Knowledge) -> Letter:
    return Letter(known, "important", who="self", situation="Ingen svarar")


@pytest.fixture
def say(known: Knowledge) -> dict[str, str]:
    return known.tasks["draft"].phrases


def test_a_question_that_is_not_understood_never_becomes_the_letters_text(letter: Letter) -> None:
    assert letter.hears("vem bestämmer det").next == "others"
    assert letter.state.answers == {"who": "self", "situation": "Ingen svarar"}


def test_who_meant_it_as_the_answer_says_so_and_need_not_write_it_again(
    letter: Letter, say: dict[str, str]
) -> None:
    letter.hears("vem bestämmer det")
    button = next(b for b in letter.asks().replies[0].buttons if b.title == say["my_answer"])
    assert button.payload == '/steg{"steg":"draft.important","val":"held"}'
    letter.hears(pressed("steg", steg="draft.important", val="held"))
    assert letter.state.answers["important"] == "vem bestämmer det" and letter.state.step == "goals"
    assert letter.state.held == ""


def test_it_may_be_said_in_words_too(letter: Letter) -> None:
    letter.hears("prata med någon")
    letter.hears(said("prata med någon", "prata-med-manniska"))
    letter.state = letter.state.model_copy(update={"step": "goals", "held": "prata med någon"})
    letter.hears("det var mitt svar")
    assert letter.state.answers["goals"][0]["goal"] == "prata med någon"


def test_what_was_not_the_answer_is_offered_once(letter: Letter) -> None:
    letter.hears("vem bestämmer det")
    letter.hears("Att få sova")
    assert letter.state.answers["important"] == "Att få sova" and letter.state.held == ""


def test_a_plain_question_is_not_offered_as_an_answer(letter: Letter) -> None:
    assert letter.hears(said("Vad kostar det?", "kostnad")).next == "others"
    assert letter.state.held == ""


@pytest.mark.parametrize(
    "text",
    [
        "svårt att sova, kan han få hjälp hemma?",
        "svårt att sova, kan han få hjälp hemma",
        "Han är ledsen. Får han ingen hjälp blir han sjuk, måste jag skriva allt?",
    ],
)
def test_an_answer_with_a_question_behind_it_is_kept_whole_and_the_question_answered(
    letter: Letter, say: dict[str, str], text: str
) -> None:
    spoken = letter.hears(said(text, "hemsjukvard"))
    assert letter.state.answers["important"] == text and letter.state.step == "goals"
    assert [reply.text for reply in spoken.replies] == [say["kept_with_question"]]
    assert spoken.next == "others"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Han blir arg när vi säger till. Får man ha med en kompis på mötet?",
            "Han blir arg när vi säger till.",
        ),
        (
            "det viktigaste e att han får träna o gå igen. måste ja skriva personnummer i brevet",
            "det viktigaste e att han får träna o gå igen.",
        ),
    ],
)
def test_a_question_that_is_a_sentence_of_its_own_is_no_part_of_the_answer(
    letter: Letter, say: dict[str, str], text: str, kept: str
) -> None:
    spoken = letter.hears(said(text, "skriva-begaran"))
    assert letter.state.answers["important"] == kept and spoken.next == "others"
    assert spoken.replies[0].text == say["kept_before_question"].format(answer=kept)


@pytest.mark.parametrize(
    "text",
    [
        "Han är ledsen jämt. Har en dotter som bor långt bort",
        "Allt är svårt. Får han ingen hjälp blir han sjuk",
    ],
)
def test_a_story_without_a_question_is_kept_whole(letter: Letter, text: str) -> None:
    letter.hears(text)
    assert letter.state.answers["important"] == text


def test_an_earlier_answer_is_changed_from_the_step_under_way(known: Knowledge, say: dict[str, str]) -> None:
    letter = Letter(known, "goals", who="self", situation="missar alla tider", important="att få sova")
    written = letter.state.answers
    letter.hears(said("nä vänta ja vill ändra de första, det om tider", "tillbaka", confidence=0.9))
    (asked,) = letter.asks().replies
    assert asked.custom["step"] == "draft.situation" and letter.state.answers == written
    assert asked.text.startswith(say["change_here"]) and asked.text.endswith("missar alla tider")
    letter.hears("missar tider hos psyk")
    assert letter.state.step == "goals" and letter.state.answers["situation"] == "missar tider hos psyk"


def test_an_answer_that_may_be_a_wish_to_change_is_kept_and_said_how(
    known: Knowledge, say: dict[str, str]
) -> None:
    letter = Letter(known, "goals", who="self", situation="Ingen svarar")
    letter.hears("jag vill ändra min situation")
    assert letter.state.answers["goals"][0]["goal"] == "jag vill ändra min situation"
    assert letter.asks().replies[0].text.startswith(say["kept_anyway"])


def test_a_wish_for_an_answer_there_is_none_of_may_still_be_the_answer(
    known: Knowledge, say: dict[str, str]
) -> None:
    letter = Letter(known, "goals", who="self", situation="Ingen svarar")
    letter.hears("ja vill ändra svaret på ansökan")
    (asked,) = letter.asks().replies
    assert asked.text.startswith(say["which_change_here"]) and "goals" not in letter.state.answers
    assert asked.buttons[0].title == say["my_answer"]


@pytest.mark.parametrize(
    "text", ["nej ja ångrar mej, ja orkar inte brev. kan ja ringa istället", "äh ja ringer istället"]
)
def test_who_would_rather_call_is_answered_and_asked_whether_to_stop(
    known: Knowledge, say: dict[str, str], text: str
) -> None:
    letter = Letter(known, "goals", who="self", situation="Ingen svarar")
    answer, asked = letter.hears(said(text, "skriva-begaran")).replies
    assert answer.custom["passage"] == "skriva-begaran#maste-vara-brev"
    assert asked.text == say["stop_question"] and "goals" not in letter.state.answers
    letter.hears("nej")
    assert letter.asks().replies[0].buttons[0].title == say["my_answer"]


@pytest.mark.parametrize(
    ("text", "phrase"), [("vänta lite", "waits"), ("haha", "still_here"), ("hallå?", "still_here")]
)
@pytest.mark.parametrize("step", ["goals", "important", "relation", "actors", "recipient"])
def test_small_talk_is_no_answer_and_the_step_waits(
    known: Knowledge, say: dict[str, str], step: str, text: str, phrase: str
) -> None:
    letter = Letter(known, step, who="relative")
    letter.hears(said(text, "tack"))
    assert letter.asks().replies[0].text.startswith(say[phrase]) and letter.state.answers == {
        "who": "relative"
    }
    assert letter.state.step == step


@pytest.mark.parametrize("text", ["visa brevet", "kan jag få se brevet", "klart", "vad har jag skrivit"])
@pytest.mark.parametrize("step", ["goals", "actors", "meeting"])
def test_who_wants_to_see_the_letter_or_is_ready_sees_it_and_may_go_on(
    known: Knowledge, say: dict[str, str], step: str, text: str
) -> None:
    letter = Letter(known, step, who="self", situation="Ingen svarar")
    letter.hears(text)
    shown = letter.asks().replies[0].text
    assert shown.startswith(say["shown_early"]) and "Ingen svarar" in shown
    assert set(letter.state.answers) == {"who", "situation"}
    letter.hears(said("tillbaka", "tillbaka", 1.0))
    assert (letter.state.step, letter.state.back_to) == (step, "")


def test_a_letter_that_is_shown_early_can_be_finished(known: Knowledge) -> None:
    letter = Letter(known, "goals", who="self", situation="Ingen svarar")
    letter.hears("visa brevet")
    letter.hears("klart")
    assert letter.state.done


def test_who_tells_who_they_are_instead_of_answering_is_asked_once_more(
    known: Knowledge, say: dict[str, str]
) -> None:
    letter = Letter(known, "situation", who="relative", relation="father")
    letter.hears("sonen e jag")
    assert letter.asks().replies[0].text.startswith(say["noted"])
    assert letter.state.step == "situation" and letter.state.answers["writer"] == "son"
    letter.hears("sonen är jag rädd för")
    assert letter.state.answers["situation"] == "sonen är jag rädd för"


def test_nothing_is_shown_where_nothing_is_written(known: Knowledge) -> None:
    letter = Letter(known, "who")
    letter.hears("visa brevet")
    assert letter.state.step == "who"


def test_who_asks_how_much_is_left_is_told(known: Knowledge, say: dict[str, str]) -> None:
    letter = Letter(known, "goals", who="self", situation="Ingen svarar")
    (told,) = letter.hears("hur många steg kvar").replies
    assert told.text.startswith("Det här är fråga 4 av ")
    assert letter.state.step == "goals" and letter.asks().replies


@pytest.mark.parametrize("text", ["läsa tidningen", "att se bra", "visa respekt"])
def test_an_answer_that_looks_like_such_a_wish_is_an_answer(known: Knowledge, text: str) -> None:
    letter = Letter(known, "important", who="self", situation="Ingen svarar")
    letter.hears(text)
    assert letter.state.answers["important"] == text


def test_a_list_before_a_question_of_its_own_is_read_as_a_list(known: Knowledge) -> None:
    letter = Letter(known, "actors", who="self")
    letter.hears(said("bup o boendestöd. måste skolan va me", "vilka-deltar"))
    assert [row["name"] for row in letter.state.answers["actors"]] == ["BUP", "Boendestöd"]


def test_who_is_worn_out_and_asks_whom_to_call_is_not_asked_about_the_letter(
    letter: Letter, say: dict[str, str]
) -> None:
    worn = said("orkar inte mer. kan jag ringa nån", confidence=0.3, danger=CrisisSignal("", "heavy"))
    assert all(reply.text != say["stop_question"] for reply in letter.hears(worn).replies)


def test_a_yes_alone_is_no_goal(known: Knowledge, say: dict[str, str]) -> None:
    letter = Letter(known, "goals", who="self")
    letter.hears("ok")
    assert letter.state.answers == {"who": "self"} and letter.asks().replies[0].text.startswith(
        say["error_which"]
    )


def test_two_words_before_a_question_may_be_the_answer_and_need_not_be_written_again(letter: Letter) -> None:
    assert letter.hears(said("Att sova. Hur länge ska man vänta?", "hur-lang-tid")).next == "others"
    letter.hears("det var mitt svar")
    assert letter.state.answers["important"] == "Att sova."


def test_in_a_list_the_question_is_no_row_of_its_own(known: Knowledge) -> None:
    letter = Letter(known, "actors", who="self")
    spoken = letter.hears(said("BUP och soc, måste skolan vara med?", "vilka-deltar"))
    names = [row["name"] for row in letter.state.answers["actors"]]
    assert names == ["BUP", "Socialtjänsten"] and spoken.next == "others"
    assert "”BUP och soc”" in spoken.replies[0].text


@pytest.mark.parametrize(
    ("step", "text", "kept"),
    [
        ("language", "arabiska, kostar tolken något?", {"chosen": [], "other": "arabiska"}),
        ("support", "farmor, får hon vara med?", "farmor"),
    ],
)
def test_a_word_or_two_before_a_question_are_kept_too(
    known: Knowledge, step: str, text: str, kept: object
) -> None:
    letter = Letter(known, step, who="self")
    assert letter.hears(said(text, "tolk")).next == "others"
    assert letter.state.answers[step] == kept


@pytest.mark.parametrize("step", ["support", "actors", "goals"])
def test_a_greeting_before_a_question_is_never_kept(known: Knowledge, step: str) -> None:
    letter = Letter(known, step, who="self")
    assert letter.hears(said("Hej, vad kostar det?", "kostnad")).next == "others"
    assert step not in letter.state.answers


@pytest.mark.parametrize(
    "text", ["Hej, vad kostar det?", "Vad är svårt? Allt. Jag orkar inte", "vem får veta?"]
)
def test_a_small_word_before_a_question_is_no_answer(letter: Letter, text: str) -> None:
    spoken = letter.hears(said(text, "kostnad"))
    assert spoken.replies == () or "Nu till din fråga" not in spoken.replies[0].text


def test_distress_in_the_same_message_takes_nothing_away(known: Knowledge) -> None:
    letter = Letter(known, "goals", who="self")
    letter.hears(said("må bättre", confidence=0.2, danger=CrisisSignal("", "heavy")))
    assert letter.state.answers["goals"][0]["goal"] == "må bättre" and letter.state.error is None


@pytest.mark.parametrize(
    "text",
    ["När jag ringer BUP svarar ingen", "jag menar allvar med att hon ska få gå i skolan igen", "sluta röka"],
)
def test_an_answer_is_an_answer_whatever_it_resembles(letter: Letter, text: str) -> None:
    letter.hears(text)
    assert letter.state.answers["important"] == text and letter.state.error is None


@pytest.mark.parametrize("text", ["Får jag ingen hjälp blir jag sjuk", "jag orkar inte mer"])
def test_in_doubt_the_words_are_kept_and_it_is_said_how_to_change_them(
    letter: Letter, say: dict[str, str], text: str
) -> None:
    letter.hears(text)
    assert letter.state.answers["important"] == text
    assert letter.asks().replies[0].text.startswith(say["kept_anyway"])


def test_words_of_distress_are_kept_too_and_met_with_care(letter: Letter) -> None:
    spoken = letter.hears(said("jag orkar inte mer", confidence=0.2, danger=CrisisSignal("", "heavy")))
    assert spoken.replies[0].custom == {"care": "heavy"} and "important" in letter.state.answers


@pytest.mark.parametrize("step", ["important", "relation", "review", "actors"])
@pytest.mark.parametrize("text", ["jag vill sluta nu", "avbryt", "börja om"])
def test_stopping_is_asked_about_first_and_forgets_nothing(
    known: Knowledge, say: dict[str, str], step: str, text: str
) -> None:
    letter = Letter(known, step, who="relative")
    (reply,) = letter.hears(said(text, "borja-om")).replies
    assert reply.text == say["stop_question"]
    assert [button.title for button in reply.buttons] == [say["stop_yes"], say["stop_no"]]
    assert letter.state.answers == {"who": "relative"} and letter.asks().replies == ()


def test_where_a_choice_is_asked_tired_words_may_be_a_wish_to_stop(
    known: Knowledge, say: dict[str, str]
) -> None:
    letter = Letter(known, "relation", who="relative")
    assert letter.hears("jag vill inte mer").replies[0].text == say["stop_question"]


@pytest.mark.parametrize("no", ["nej", "fortsätt", pressed("steg", steg="draft.important")])
def test_a_no_asks_the_step_again_with_all_that_is_written(letter: Letter, no: Turn | str) -> None:
    written = letter.state.answers
    letter.hears("avbryt")
    assert not letter.hears(no).forgets
    assert letter.state.answers == written and letter.asks().replies[0].custom["step"] == "draft.important"


@pytest.mark.parametrize("yes", ["ja", "ja, ta bort det", "avbryt", said("japp", "ja")])
def test_a_yes_forgets_all_and_ends_the_letter(letter: Letter, yes: Turn | str) -> None:
    letter.hears("jag vill sluta nu")
    spoken = letter.hears(yes)
    assert spoken.forgets and spoken.next == "ended" and spoken.replies[0].custom == {"topic": "borja-om"}


def test_a_question_or_an_answer_instead_of_yes_and_no_is_met_as_ever(letter: Letter) -> None:
    letter.hears("avbryt")
    assert letter.hears(said("Vad kostar det?", "kostnad")).next == "others" and letter.state.asked == ""
    letter.hears("avbryt")
    letter.hears("Att få sova")
    assert letter.state.answers["important"] == "Att få sova"


def test_a_yes_to_nothing_stops_nothing(letter: Letter) -> None:
    assert not letter.hears(said("ja", "ja")).forgets


def test_an_earlier_page_sent_again_answers_no_later_question(letter: Letter, say: dict[str, str]) -> None:
    before = letter.state.answers
    letter.hears(said("Ingen svarar", confidence=0.3, step_seen="draft.situation"))
    assert letter.state.answers == before
    assert letter.asks().replies[0].text.startswith(say["page_left"])
    letter.hears(said("Att få sova", confidence=0.3, step_seen="draft.important"))
    assert letter.state.answers["important"] == "Att få sova"


def test_a_question_from_an_earlier_page_is_answered(letter: Letter) -> None:
    assert letter.hears(said("vad kostar det?", "kostnad", step_seen="draft.situation")).next == "others"


def test_where_nothing_is_written_yet_nothing_is_asked(known: Knowledge) -> None:
    assert Letter(known, "who").hears("avbryt").forgets


def test_danger_goes_before_the_question_about_stopping(letter: Letter) -> None:
    letter.hears("avbryt")
    assert letter.hears(said("jag vill inte leva längre", "kris")).next == "others"
    assert letter.state.asked == "" and letter.state.held == ""


@pytest.mark.parametrize("step", ["who", "relation", "important", "actors", "language", "review"])
def test_another_letter_is_begun_from_any_step_with_all_answers(known: Knowledge, step: str) -> None:
    letter = Letter(known, step, who="relative")
    (opening,) = letter.hears("nej jag ville skriva en påminnelse").replies
    assert opening.custom["letter"] == letter.state.letter == "reminder"
    assert letter.state.answers == {"who": "relative"}


def test_who_asks_for_the_letter_under_way_is_not_told_that_it_was_not_understood(letter: Letter) -> None:
    letter.hears("nej jag ville skriva en påminnelse")
    assert letter.hears("jag vill skriva en påminnelse").replies == () and letter.state.error is None


def test_who_wants_another_letter_without_saying_which_may_choose(
    letter: Letter, say: dict[str, str]
) -> None:
    (reply,) = letter.hears("jag vill skriva ett annat brev").replies
    assert reply.text == say["which_letter"] and len(reply.buttons) == 4


@pytest.mark.parametrize(
    ("text", "step"), [("nej jag ville förbereda mig inför mötet", "prepare"), ("hitta kontakt", "contact")]
)
def test_another_task_is_begun_and_the_letter_stays(letter: Letter, text: str, step: str) -> None:
    written = letter.state.answers
    spoken = letter.hears(text)
    assert spoken.next == f"ask_{step}" and spoken.kept[f"{step}_state"]["task"] == step
    assert letter.state.answers == written


def test_a_letter_is_begun_from_another_task(known: Knowledge) -> None:
    spoken = Letter(known, "who", "prepare").hears("nej jag ville skriva en påminnelse")
    assert spoken.next == "ask_draft" and spoken.kept["draft_state"]["letter"] == "reminder"


def test_who_does_not_understand_the_question_gets_its_reason_and_examples(letter: Letter) -> None:
    (reply,) = letter.hears("jag fattar inte frågan").replies
    assert reply.text.startswith("Planen ska utgå") and letter.state.helping


@pytest.mark.parametrize("step", ["relation", "important"])
def test_who_wants_to_go_on_is_asked_the_step_again(known: Knowledge, step: str) -> None:
    letter = Letter(known, step, who="relative")
    assert letter.hears(said("fortsätt", "mer")) == Spoken((), letter.hears("fortsätt").kept)
    assert letter.state.step == step and step not in letter.state.answers


def test_who_has_a_question_is_asked_for_it(letter: Letter, say: dict[str, str]) -> None:
    assert letter.hears("jag har en fråga").replies[0].text == say["ask_away"]
    assert "important" not in letter.state.answers


def test_a_human_is_never_a_letters_text(letter: Letter) -> None:
    assert letter.hears(said("jag vill prata me nån", "prata-med-manniska")).next == "others"


@pytest.mark.parametrize("task", ["", "draft"])
def test_a_letter_that_was_left_is_not_forgotten_without_a_yes(letter: Letter, task: str) -> None:
    before = replace(letter.before, task=task)
    spoken = start_over(letter.known, said("börja om", "borja-om"), before, Asked(()))
    assert not spoken.forgets and spoken.replies[0].buttons[0].payload == "/borja-om"
    assert start_over(letter.known, pressed("borja-om"), before, Asked(())).forgets


def test_a_yes_in_words_is_enough_after_that_question() -> None:
    asked = after(offered=(Button("Ja, ta bort det", "/borja-om"),))
    assert agrees_to_forget(said("ja", "ja"), asked) and not agrees_to_forget(said("ja", "ja"), after())
    assert not agrees_to_forget(pressed("ja"), asked)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("måste habiliteringen komma på mötet förresten", "maste-komma"),
        ("ja undrade vad de kostar", "kostnad"),
        ("vem kallar till mötet", "vem-kan-begara"),
    ],
)
def test_a_question_that_opens_as_one_and_is_sure_is_no_goal(
    known: Knowledge, words: str, intent: str
) -> None:
    letter = Letter(known, "goals", who="guardian")
    spoken = letter.hears(said(words, intent, 0.95))
    assert spoken.next == "others" and "goals" not in letter.state.answers
    unsure = Letter(known, "goals", who="guardian")
    unsure.hears(said("att han vågar gå till skolan", intent, 0.95))
    assert unsure.state.answers["goals"]


@pytest.mark.parametrize(
    "words",
    ["nä ja ångrar mig ja vill inte skriva nåt brev", "nej för fan ta bort de svaret å avbryt brevet"],
)
def test_who_has_had_enough_is_asked_whether_to_stop_in_whatever_words(known: Knowledge, words: str) -> None:
    letter = Letter(known, "goals", who="guardian", important="Sova")
    letter.hears(said(words))
    assert letter.state.asked == "stop" and "goals" not in letter.state.answers


@pytest.mark.parametrize(
    "words",
    ["tack. fast han vill nog inte ha hjälp. får jag ringa ändå", "står inget nr ju. har ni verkligen inget"],
)
def test_a_sentence_that_chooses_none_of_the_contacts_options_is_answered_and_they_wait(
    known: Knowledge, words: str
) -> None:
    contact = Letter(known, "situation", "contact", place="1980")
    assert contact.hears(said(words, "tack", 0.9)).next == "others"
    assert contact.state.error is None and contact.state.step == "situation"


def test_a_word_that_chooses_none_of_the_options_is_asked_about(known: Knowledge) -> None:
    contact = Letter(known, "situation", "contact", place="1980")
    contact.hears("blargh blargh")
    assert contact.state.error
