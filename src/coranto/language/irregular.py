"""Irregular forms of English, for the lemmatiser.

Sources: the irregular verbs and plurals of standard grammars; the lemmas of
closed classes follow the Universal Dependencies English treebanks.
"""

from __future__ import annotations

# base past participle (when it differs); alternatives parted by "/".
_VERB_TABLE = """
arise arose arisen; awake awoke awoken; be was/were been; bear bore borne/born; beat beat beaten;
become became become; befall befell befallen; begin began begun; behold beheld; bend bent; bet
bet; bid bade/bid bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke
broken; breed bred; bring brought; broadcast broadcast; build built; burn burnt; burst burst; buy
bought; cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost;
creep crept; cut cut; deal dealt; dig dug; do did done; draw drew drawn; dream dreamt; drink drank
drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt;
fight fought; find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden;
forecast forecast; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven;
forsake forsook forsaken; freeze froze frozen; get got gotten; give gave given; go went gone;
grind ground; grow grew grown; hang hung; have had; hear heard; hide hid hidden; hit hit; hold
held; hurt hurt; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap
leapt; learn learnt; leave left; lend lent; let let; lie lay lain; light lit; lose lost; make
made; mean meant; meet met; mislead misled; mistake mistook mistaken; misunderstand misunderstood;
mow mowed mown; offset offset; outdo outdid outdone; overcome overcame overcome; override overrode
overridden; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown;
pay paid; prove proved proven; put put; quit quit; read read; rebuild rebuilt; redo redid redone;
resell resold; rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed
sawn; say said; see saw seen; seek sought; sell sold; send sent; set set; sew sewed sewn; shake
shook shaken; shed shed; shine shone; shoot shot; show showed shown; shrink shrank shrunk; shut
shut; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling
slung; slit slit; sow sowed sown; speak spoke spoken; speed sped; spell spelt; spend spent; spill
spilt; spin spun; spit spat; split split; spoil spoilt; spread spread; spring sprang sprung; stand
stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; stride strode stridden;
strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept;
swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn;
tell told; think thought; throw threw thrown; thrust thrust; tread trod trodden; undergo underwent
undergone; understand understood; undertake undertook undertaken; undo undid undone; uphold
upheld; upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind
wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write
wrote written; rewrite rewrote rewritten; die died; tie tied; lie lied; vie vied; untie untied;
panic panicked; picnic picnicked; mimic mimicked; frolic frolicked; traffic trafficked; outgrow
outgrew outgrown; foretell foretold; retell retold; remake remade; repay repaid; reset reset;
retake retook retaken; unwind unwound; overhear overheard
"""


_ENTRIES = [entry.split() for entry in _VERB_TABLE.replace("\n", " ").split(";")]
PASTS: dict[str, str] = {base: others[0].partition("/")[0] for base, *others in _ENTRIES}
"""Past tenses by the base of the verb, of several the commonest."""


def _verbs() -> dict[str, str]:
    forms: dict[str, str] = {}
    for base, *others in _ENTRIES:
        for other in others:
            for form in other.split("/"):
                forms.setdefault(form, base)
    return forms


VERBS: dict[str, str] = {
    **_verbs(), "saw": "see", "found": "find", "left": "leave", "lay": "lie", "ground": "grind",
    "am": "be", "is": "be", "are": "be", "being": "be", "'m": "be", "'re": "be", "m": "be",
    "re": "be", "'s": "be", "ai": "be", "wo": "will", "ca": "can", "sha": "shall", "'ll": "will",
    "ll": "will", "'ve": "have", "ve": "have", "debuted": "debut", "ached": "ache",
    "aching": "ache", "pasted": "paste", "pasting": "paste", "wan": "want", "'d": "would",
    "d": "would", "has": "have", "having": "have", "does": "do", "goes": "go", "says": "say",
    "dying": "die", "lying": "lie", "tying": "tie", "vying": "vie", "seeing": "see",
    "agreeing": "agree", "fleeing": "flee", "freeing": "free", "overseeing": "oversee",
    "foreseeing": "foresee", "guaranteeing": "guarantee", "disagreeing": "disagree",
    "disagreed": "disagree", "agreed": "agree", "freed": "free", "using": "use", "used": "use",
    "trafficking": "traffic", "panicking": "panic", "mimicking": "mimic", "bring": "bring",
    "sing": "sing", "ring": "ring", "spring": "spring", "string": "string", "swing": "swing",
    "cling": "cling", "fling": "fling", "king": "king", "thing": "thing", "need": "need",
    "feed": "feed", "seed": "seed", "speed": "speed", "succeed": "succeed", "proceed": "proceed",
    "exceed": "exceed", "heed": "heed", "bleed": "bleed", "breed": "breed", "embed": "embed",
    "shed": "shed", "lied": "lie", "died": "die", "tied": "tie", "vied": "vie", "dies": "die",
    "lies": "lie", "ties": "tie", "vies": "vie", "gon": "go", "got": "get", "focused": "focus",
    "focusing": "focus", "focussed": "focus", "biased": "bias", "added": "add", "adding": "add",
    "erred": "err", "ebbed": "ebb", "would": "would", "could": "could", "should": "should",
    "might": "might", "must": "must", "may": "may", "can": "can", "will": "will",
    "shall": "shall", "focuses": "focus",
}  # fmt: skip

# Stems of verbs whose base ends in a silent "e" that the general rules would miss.
SILENT_E = frozenset(
    """
    telephon conced preced reced interced imped supersed persuad dissuad plung lung aris
    unit invit cit incit recit excit ignit writ expedit extradit delet complet compet not vot quot
    promot devot denot rout mut persecut bit skat
    explor restor ignor stor scor bor ador deplor implor
    adher interfer persever interven conven contraven reconven postpon phon condon clon ton
    rul schedul fil pil compil exil reconcil smil profil styl whil defil consol
    hop cop scop shap escap typ wip pip stereotyp
    breath loath seeth sooth teeth cach
    referee guarante agre decre disagre fre overse forese fle
    wast tast hast bast ey
    danc fenc
    """.split()
)

NOUNS: dict[str, str] = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "troops": "troops",
    "goods": "goods", "regards": "regards", "feet": "foot", "teeth": "tooth", "geese": "goose",
    "mice": "mouse", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "halves": "half", "thieves": "thief", "wolves": "wolf", "shelves": "shelf",
    "selves": "self", "loaves": "loaf", "calves": "calf", "crises": "crisis",
    "analyses": "analysis", "bases": "basis", "theses": "thesis", "hypotheses": "hypothesis",
    "diagnoses": "diagnosis", "emphases": "emphasis", "oases": "oasis",
    "parentheses": "parenthesis", "syntheses": "synthesis", "criteria": "criterion",
    "phenomena": "phenomenon", "media": "media", "data": "data", "strata": "stratum",
    "memoranda": "memorandum", "referenda": "referendum", "addenda": "addendum",
    "alumni": "alumnus", "nuclei": "nucleus", "stimuli": "stimulus", "fungi": "fungus",
    "indices": "index", "appendices": "appendix", "vertices": "vertex", "matrices": "matrix",
    "passers-by": "passer-by", "movies": "movie", "ties": "tie", "lies": "lie", "pies": "pie",
    "zombies": "zombie", "cookies": "cookie", "calories": "calorie", "rookies": "rookie",
    "shoes": "shoe", "toes": "toe", "foes": "foe", "canoes": "canoe", "axes": "axis",
    "buses": "bus", "gases": "gas", "viruses": "virus", "statuses": "status", "bonuses": "bonus",
    "campuses": "campus", "focuses": "focus", "corps": "corps", "attaches": "attache",
    "attach\u00e9s": "attach\u00e9", "quizzes": "quiz", "aches": "ache", "headaches": "headache",
    "caches": "cache", "secretaries-general": "secretary-general", "consensuses": "consensus",
    "prospectuses": "prospectus", "censuses": "census", "caucuses": "caucus", "biases": "bias",
    "aliases": "alias", "canvases": "canvas", "atlases": "atlas", "choruses": "chorus",
}  # fmt: skip

SINGULAR_IN_S = frozenset(
    "news series species means headquarters politics economics physics mathematics ethics tactics "
    "athletics dynamics logistics statistics diplomatics crossroads barracks chaos gas bus bias "
    "lens virus status bonus campus focus census consensus corpus genus process access congress "
    "progress success business witness press boss loss class glass mass pass grass address "
    "princess mess stress tennis basis crisis thesis analysis emphasis hypothesis synthesis "
    "diagnosis axis oasis iris debris chassis this is was thus plus versus diabetes rabies measles "
    "christmas texas paris alias canvas atlas pancreas whereas perhaps always".split()
)

PLURAL_ONLY = frozenset(
    "thanks odds belongings surroundings whereabouts outskirts clothes trousers pants scissors "
    "glasses congratulations condolences savings".split()
) - frozenset("glasses savings condolences congratulations belongings surroundings".split())

ADJECTIVES: dict[str, str] = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far",
    "farther": "far", "furthest": "far", "farthest": "far", "more": "more", "most": "most",
    "less": "less", "least": "least", "later": "late", "latest": "late", "earlier": "early",
    "earliest": "early", "elder": "old", "eldest": "old", "n't": "not", "nt": "not",
}  # fmt: skip

OTHER: dict[tuple[str, str], str] = {
    ("an", "DET"): "a", ("these", "DET"): "this", ("those", "DET"): "that",
    ("these", "PRON"): "this", ("those", "PRON"): "that", ("me", "PRON"): "I",
    ("i", "PRON"): "I", ("my", "PRON"): "my", ("him", "PRON"): "he", ("them", "PRON"): "they",
    ("'em", "PRON"): "they", ("us", "PRON"): "we", ("'s", "PRON"): "we", ("whom", "PRON"): "who",
    ("n't", "PART"): "not", ("nt", "PART"): "not", ("'d", "AUX"): "would", ("na", "PART"): "to",
    ("more", "ADJ"): "more", ("most", "ADJ"): "most", ("less", "ADJ"): "less",
    ("better", "ADV"): "well", ("best", "ADV"): "well", ("worse", "ADV"): "badly",
    ("worst", "ADV"): "badly", ("me", "PROPN"): "me",
}  # fmt: skip
