"""What to say on the phone, in the words of the one who calls."""

from actions.routing.query import ContactQuery
from actions.routing.rules import Rules, Situation

_FOR_OTHER = frozenset({"relative", "trustee"})


def what_to_say(rules: Rules, rule: Situation, query: ContactQuery, place: str | None) -> str:
    """Two sentences for oneself, a minor, a parent, a relative, a god man or staff."""
    in_place = "" if rule.without_place else rules.place_words(place)
    if rule.say:
        return rule.say.format(in_place=in_place)
    voice = rules.voice_of(query.role, rule)
    for_other = voice in _FOR_OTHER or (query.whom and rules.is_relative(query.role))
    ask = rule.ask_for_other if for_other else rule.ask
    if query.refused_by == "both" and rule.ask_if_both_refused:
        ask = rule.ask_if_both_refused
    return rules.voices[voice].format(
        need=rule.need,
        whom=query.whom or rules.whom.get("relative" if rules.is_relative(query.role) else voice, ""),
        ask=ask.format(in_place=in_place),
        ask_for_other=ask.format(in_place=in_place),
    )
