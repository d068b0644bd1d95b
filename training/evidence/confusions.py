"""Words that are taken for one another, by what lies behind it. A group is symmetric: each stands for each.

All of it is common knowledge of English; what is one typing slip away is not listed but computed (`lexicon.neighbours`).
"""

from __future__ import annotations

SOUND = """
a an|its it's|their there they're|your you're|whose who's|then than|to too two|were we're where|weather whether|are our|
here hear|know no now|by buy|for four|of off|of have|one won|write right|through threw|though through thought|passed past|
lead led|lose loose|affect effect|accept except|advice advise|principal principle|breath breathe|choose chose|quiet quite|
lets let's|ever every|piece peace|role roll|site sight cite|complement compliment|council counsel|personal personnel|
brought bought|build built|send sent|spend spent|lend lent|cause course|from form|trail trial|casual causal|untied united|
public pubic|statue statute|diffuse defuse|precede proceed|elicit illicit|elude allude|discreet discrete|
capital capitol|bear bare|brake break|hole whole|plain plane|rain reign rein|sail sale|steel steal|vain vein|
wait weight|waste waist|weak week|wear where|heel heal|pore pour poor|peak peek|allowed aloud|alter altar|border boarder|
born borne|sell cell|serial cereal|desert dessert|die dye|fair fare|forth fourth|hoard horde|idle idol|knew new|lessen lesson|
loan lone|made maid|mail male|manner manor|meet meat|metal medal mettle|minor miner|moral morale|
mourning morning|pair pear|patients patience|poll pole|prey pray|presents presence|prophet profit|raise rise|lay lie|set sit|
real reel|rapped wrapped|residents residence|route root|scene seen|seam seem|so sew|sheer shear|sole soul|some sum|son sun|
stake steak|straight strait|suite suit|tail tale|team teem|thorough through|thrown throne|very vary|wander wonder|warn worn|
which witch|with which|wreck wreak|adverse averse|adapt adopt|beside besides|sometime sometimes|maybe may|loath loathe|
eminent imminent|incidents incidence|instance instants|conscience conscious|decent descent dissent|device devise|
expend expand|later latter|moot mute|perspective prospective|perpetrate perpetuate|persecute prosecute|regime regimen|
rely relay|reality realty|resent recent|summary summery|track tract|taught taut|ensure insure assure|defiantly definitely|
collage college|costumer customer|angel angle|diary dairy|quit quite|tough though|trough through|bought brought|
life live|belief believe|proof prove|safe save|grief grieve|choice choose|loss lose|sense since|sale sell|
thing think|think thank|feel fell|filled felt|wonder won't|want won't|cant can't|were wear|we well|
everyone every|anyone any|someone some|everyday every|may maybe|already all|always all
"""
SENSE = """
of in on at for to from by with as|into in to|over about on|between among|under over|through by|during while|since for from|
the a an|the this that these those|the their its our|the his her|the your|you your|a one|an one|any some|each every all|no not|
many much|few less|fewer less|he him his|she her|they them their|we us our|my me|it its|it they|this it|who whom whose|
who that which|and or|and but|and to|and the|if whether|that than|then that|when where while|because as|so as|such so|
more most|only also|also as|well good|what that|how who|how why|what why|would could should|will would|can could|may might|
other another|another others|other others|less lesser|like as|not now|
it's is|that's that|there's there|is it|be by|or nor|there it|there this|here there|both all
"""
AGREEMENT = """
is are was were be been being|has have had having|do does did done doing|is has|was had|are have|were had|am is|
isn't aren't wasn't weren't|hasn't haven't hadn't|doesn't don't didn't|been being
"""


def groups(text: str) -> list[list[str]]:
    """Give the groups of a table."""
    return [group.split() for group in text.replace("\n", " ").split("|") if group.strip()]


def confused(text: str) -> dict[str, tuple[str, ...]]:
    """Give for each word of a table what may stand in its place."""
    table: dict[str, list[str]] = {}
    for group in groups(text):
        for word in group:
            table.setdefault(word, []).extend(other for other in group if other != word)
    return {word: tuple(others) for word, others in sorted(table.items())}


def listed(*tables: str) -> tuple[str, ...]:
    """Give every word of tables, sorted."""
    return tuple(sorted({word for text in tables for group in groups(text) for word in group}))
