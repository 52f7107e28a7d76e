"""Swedish words too common to search for, folded."""

_WORDS = """ alla allt an andra ar att av begreppet behover beratta betyda betydelse betyder bli
blir da de dem den det dig din ditt dom du eller en ett fa far finns for forklara fran gor gora ha
han har heter hon hos hur i in inte innebar ja jag kan man med mellan men menar menas mig min mina
mitt mot nagon nagot nar ni och om ordet pa sa sig ska skall skillnad som till undrar ut vad var
varfor vem vi vid vilka vilken vill
"""
COMMON = frozenset(_WORDS.split())
