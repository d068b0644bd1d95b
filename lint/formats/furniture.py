"""Lines that belong to the page, not to the article: how English news sites word them, and bylines and credits."""

import re

_LEADS = """
skip (?:to|next|past|over|navigation|links?|ads?\\b|advert|section|menu|main)
jump to
(?:go|back|return) to (?:the )?(?:home ?page|home|top|main|start|previous|article|overview|search|content|menu|navigation)
(?:share|print|save|bookmark|e-?mail|tweet|copy|gift|cite|download|report) (?:this|the) (?:article|story|page|link|post|url)
(?:share|tweet|follow|like) (?:us )?(?:on|via) (?:facebook|twitter|x|whatsapp|linkedin|instagram|bluesky|e-?mail|threads)
share (?:this|via)
copy (?:link|url)
link copied
(?:advertisement|sponsored|promoted|paid)(?: (?:content|post|by|feature|message|partner))?$
(?:article|story|text) continues (?:below|after)
continue (?:reading|to (?:article|site|the site))
(?:related|recommended|popular|trending) (?:stor(?:y|ies)|articles?|topics?|content|coverage|links?|news|posts|tags)
related$
(?:more|latest|other|further) (?:top )?(?:stories|articles|news|headlines|coverage|posts|videos)(?: (?:from|on|in|about)\\b|$)
more (?:on this (?:story|topic)|from|like this)
(?:most|best) (?:read|popular|viewed|shared|watched|commented)
(?:.{1,30}['’]s )?top (?:story|stories)$
editors?['’]?s? picks?$
you (?:may|might) (?:also )?(?:like|be interested|have missed|want to read)
(?:sign|log) (?:up|in|out)(?: (?:for|to|with|here|now|today)|$)
subscribe(?: (?:to|now|today|here|for)|$)
register(?: (?:now|here|for free|today)|$)
(?:join|get) (?:our|the|your) .{0,30}(?:newsletter|e-?mail|alerts|whatsapp|telegram|briefing|channel)
follow (?:us|me)\\b
download (?:our|the) app
(?:read|see|watch|listen) (?:more|also|next|now)(?::|$)
(?:also read|read also|see also|read in app|view in browser)\\b
(?:load|show|view|see|hide) (?:more|all|comments?|less)\\b
(?:leave|post|add|write) a (?:comment|reply)
(?:comments?|replies) ?(?:\\(\\d+\\)|are closed)$
\\d+ (?:comments?|shares|likes|min(?:ute)?s? read|min)$
(?:toggle|open|close|show|hide) (?:the )?(?:menu|navigation|search|sidebar|gallery|image|caption|main menu)
(?:click|tap) (?:here|to)
(?:accept|manage|reject|allow) (?:all )?(?:cookies|preferences|settings)
we use cookies
(?:privacy|cookie) (?:policy|notice|settings|preferences)
terms (?:of|and) (?:use|service|conditions)
(?:©|\\(c\\)|copyright\\b)
all rights reserved
"""
_WHOLE = (
    "home menu search close navigation news world politics business sport sports culture opinion video videos live "
    "travel weather podcasts newsletters share print save e-mail email facebook twitter whatsapp linkedin comments tags "
    "topics advertisement related next previous more"
)
_LEAD = re.compile("(?:" + "|".join(line for line in _LEADS.strip().split("\n")) + ")", re.IGNORECASE)
_WHOLE_LINES = frozenset(_WHOLE.split())
_NOTICE = re.compile(r"copyright|©|all rights|we use cookies", re.IGNORECASE)
_STOPS = (".", "!", "?", '."', ".”")
_LONGEST = 100

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_NAME = rf"[{_CAPITAL}][\w'’.-]*"
_PARTICLE = r"(?:de|del|della|der|van|von|den|da|dos|di|du|la|le|bin|ibn|al|el|ter|ten|zu)"
_PERSON = rf"{_NAME}(?: (?:{_PARTICLE} )*{_NAME}){{1,3}}"
_PEOPLE = rf"{_PERSON}(?:(?:, | and | & |, and ){_PERSON}){{0,4}}"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
_SIGNED = rf"(?!{_DAY}|October|November|December)(?:{_PEOPLE}|{_NAME})"
_OFFICE = rf"(?:,? (?:and |for |in |of |the )*[{_CAPITAL}&][\w.&'’-]*){{0,6}}(?:\s*[|·•–—].*|,? {{0,2}}(?:\w+ )?\d.*)?"
_ROLE = (
    r"(?:edited|written|reported|reporting|story|text|words|compiled|translated|produced|researched|fact[- ]checked|"
    r"additional reporting|interview(?:ed)?|analysis)"
)
_BYLINE = re.compile(
    rf"(?:By|BY|by:|By:)\s+{_SIGNED}{_OFFICE}|(?i:{_ROLE} by:?)\s+{_SIGNED}{_OFFICE}"
    rf"|(?i:authors?|editors?|reporters?|writers?):\s*{_SIGNED}{_OFFICE}"
)
_BARE_NAME = re.compile(rf"{_PEOPLE}(?:, [{_CAPITAL}][\w .&-]{{1,40}})?")

_AGENCY = r"(?:AP|AFP|EPA|DPA|dpa|PA|ANP|NurPhoto|Reuters|REUTERS|Getty|Getty Images|Shutterstock|Alamy|Bloomberg)"
_CREDIT_WORD = (
    r"(?:image|images|photo|photos|photograph|picture|credit|credits|photo credit|image credit|foto|fotos|bild)"
)
_CREDIT = re.compile(
    rf"(?i:{_CREDIT_WORD})(?:(?i:\s+courtesy)?\s*[:/©]|\s+(?i:by|courtesy of|via)\s+[A-Z]).*"
    rf"|\((?!.*\.\)\Z).*\b(?:{_AGENCY}|[Pp]hoto|[Ii]mage|[Cc]redit|[Ff]oto)\b.*\)"
    rf"|{_AGENCY} (?:Photo|Images)\b.*|[^.!?]{{0,60}}/(?:{_AGENCY}|picture alliance)\b.{{0,40}}"
)
_CREDIT_AT_END = re.compile(
    rf"\((?:{_AGENCY} [Pp]hoto|[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Ff]oto|{_AGENCY})\b[^()]{{0,120}}\)\Z"
)
_LONGEST_CREDIT = 160


def is_furniture(line: str) -> bool:
    """Say whether a line is navigation or the like: it begins as such lines do, is short and has no final stop."""
    if len(line) > _LONGEST or line[:1].islower() or (line.endswith(_STOPS) and not _NOTICE.match(line)):
        return False
    return bool(_LEAD.match(line)) or line.lower() in _WHOLE_LINES


def is_byline(line: str) -> bool:
    """Say whether a line names author or editor: “By Ada Example”, “Edited by: Bo Muster”."""
    return len(line) <= _LONGEST and bool(_BYLINE.fullmatch(line))


def is_bare_name(line: str) -> bool:
    """Say whether a line is nothing but one or more persons' names of two to four capitalised words."""
    return len(line) <= _LONGEST and bool(_BARE_NAME.fullmatch(line))


def is_credit(line: str) -> bool:
    """Say whether a line says where a picture comes from."""
    return len(line) <= _LONGEST_CREDIT and not line[:1].islower() and bool(_CREDIT.fullmatch(line))


def credit_at_end(line: str) -> int:
    """Give the offset at which a line's closing “(AP Photo/Jo Doe)” begins, or -1."""
    match = _CREDIT_AT_END.search(line, max(0, len(line) - _LONGEST_CREDIT)) if line.endswith(")") else None
    return match.start() if match else -1
