"""Words that help to take names apart: titles, particles, given names and their short forms, places, bodies.

All in lower case, without accents. English lives here and in `english`; another language brings its own lists.
"""

TITLES = frozenset(
    "mr mrs ms miss mx mme mlle dr doctor prof professor rev reverend fr father sister brother pastor bishop archbishop "
    "cardinal pope rabbi imam sheikh ayatollah sir dame lord lady king queen prince princess duke duchess baron baroness "
    "count emperor sultan president presidents premier chancellor minister ministers secretary undersecretary senator "
    "senators sen sens rep reps representative representatives congressman congresswoman gov govs governor governors "
    "lt lieutenant mayor judge justice attorney prosecutor sheriff marshal chief detective inspector det insp "
    "superintendent supt officer constable trooper captain capt commander cmdr admiral adm general gen colonel col "
    "major maj sergeant sgt corporal cpl private pvt commodore ambassador envoy emissary consul director commissioner "
    "chairman chairwoman chair speaker leader whip councilman councilwoman councilor councillor coach manager editor "
    "spokesman spokeswoman spokesperson founder ceo cfo cto candidate deputy aide principal provost dean citizen comrade "
    "administrator representante hon msgr atty ex-president vice-president".split()
)
"""Stand before a name and are no part of it."""

BEFORE_TITLES = frozenset(
    "former acting interim late then current incoming outgoing vice prime foreign first second deputy assistant associate "
    "chief senior junior executive state federal national police defense defence interior finance justice treasury "
    "us u.s uk european house senate majority minority white opposition party general lieutenant supreme court".split()
)
"""Stand before a title that stands before a name."""

SUFFIXES = frozenset("jr sr ii iii iv phd ph.d md m.d esq obe mbe cbe mp qc kc rn jd mba".split())
"""Follow a name and are no part of it."""

PARTICLES = frozenset(
    "van von de da dos das do del della di du la le los las der den ter ten af av zu al el bin ibn ben bint y abu".split()
)
"""Stand in lower case between the parts of a name."""

SURNAME_PREFIXES = PARTICLES | frozenset("ó ní nic uí mac mc o st san santa".split())
"""Begin surnames of two words, in lower case or with a capital."""

ABBREVIATED = frozenset(
    "mr mrs ms mx dr prof rev fr hon st ste gov sen rep sens reps gen lt col maj capt cmdr adm sgt cpl pvt supt det insp "
    "msgr atty jr sr".split()
)
"""Bear a stop that ends no sentence."""

DOTTED = frozenset(
    "u.s. u.n. u.k. e.u. d.c. u.s.s.r. l.a. n.y. a.m. p.m. u.a.e. n.j. b.c. a.d. ph.d. m.d. c.i.a. f.b.i.".split()
)
"""Dotted letters that are nobody's initials."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february march april may june july august september october november december feb mar apr jun "
    "jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun easter christmas ramadan thanksgiving".split()
)

NOT_PEOPLE = frozenset(
    "university college school academy institute institution institutes foundation association society department "
    "ministry agency bureau office administration commission committee council board court senate parliament congress "
    "assembly house party union federation league alliance coalition organization organisation company corporation "
    "corp inc ltd llc plc group bank fund trust hospital clinic church cathedral museum library center centre theatre "
    "theater hotel airport station street avenue road boulevard lane square park bridge river lake mountain mountains "
    "mount island islands bay sea ocean valley beach county city town village district province region republic kingdom "
    "empire state states territory act bill treaty accord accords agreement convention conference summit amendment law "
    "code rule plan program programme project initiative campaign network system service services force forces army navy "
    "air guard corps police fire times post journal news press herald tribune magazine review daily weekly report "
    "prize endowment fellowship award awards medal cup games championship open series war wars battle revolution crisis "
    "doctrine affair canal "
    "incident day week month year festival club team united international national federal global world american "
    "software computing science sciences research technology technologies data web internet digital hub lab labs "
    "laboratory laboratories studio studios website portal platform cloud app north south east west "
    "northern southern eastern western central new old great upper lower san santa los las saint fort port cape hall "
    "building tower palace gate wall security affairs relations development "
    "health human public private general open source version chapter section part table figure "
    "appendix volume article title page step question answer note google amazon microsoft facebook twitter apple".split()
)
"""A run of capitalised words that holds one of these names no person."""

PLACE_WORDS = frozenset(
    "street avenue road boulevard lane square park bridge river lake mountain mountains mount island islands bay sea ocean "
    "valley beach county city town village district province region republic kingdom canal cape".split()
)
"""The last word of a name of two or more makes it a place's."""

HEADS = frozenset(
    "university college school academy institute institution foundation association society department ministry agency "
    "bureau office commission committee council board court house union federation league alliance coalition organization "
    "organisation corporation bank fund trust hospital church museum library center centre company chamber secretary endowment "
    "treaty act convention republic kingdom institutes centers centres".split()
)
"""After these, “of”, “for” and “and” run on in the name of a body."""

ROLES = frozenset(
    "activist actor actress adviser advisor agent analyst architect artist astronaut athlete author banker biologist blogger "
    "businessman businesswoman candidate cellist chef composer critic dictator diplomat economist emissary engineer "
    "entrepreneur envoy farmer financier goalkeeper historian inventor investor journalist lawmaker lawyer legislator novelist "
    "painter philosopher photographer physicist pianist pilot playwright poet politician prosecutor psychologist reformer "
    "reformist reporter researcher scholar scientist singer sociologist striker student surgeon teacher victim writer "
    "congressman congresswoman senator spokesman spokeswoman spokesperson minister ambassador mayor premier governor".split()
)
"""Nouns that, right before a name, make it a person's."""

REPORTING = frozenset(
    "said says say told tells added adds argued argues explained explains noted notes wrote writes asked asks replied "
    "claimed claims insisted insists warned warns recalled recalls testified testifies stated states conceded concedes "
    "acknowledged admitted admits remarked observed suggested suggests commented joked quipped countered declared "
    "predicted cautioned concluded stressed emphasized emphasised agreed denied tweeted responded".split()
)
"""Verbs that make the name beside them a speaker."""

BODIES = frozenset(
    "google amazon microsoft facebook meta apple twitter netflix tesla boeing airbus intel nvidia reuters bloomberg xinhua "
    "tass interfax aljazeera pfizer moderna walmart uber airbnb spotify samsung toyota volkswagen siemens nestle unilever "
    "congress parliament senate kremlin pentagon politico axios gallup ipsos yougov oxfam greenpeace unicef unesco interpol "
    "europol nato hamas hezbollah taliban fatah mossad scotus wikipedia youtube instagram tiktok telegram whatsapp openai "
    "anthropic mozilla equifax deepmind github kubernetes republicans democrats labour conservatives tories greens liberals "
    "ofcom ofsted nasdaq visa mastercard paypal ebay ikea adidas nike novartis roche bayer basf shell exxon chevron "
    "gazprom rosneft huawei tencent alibaba bytedance sony nintendo honda nissan hyundai ryanair lufthansa emirates".split()
)
"""One-word bodies that speak like people."""

INVERTED = frozenset("said says added wrote writes argued explained noted".split())
"""Verbs that stand before the speaker: said Adeyemi."""

WELL_KNOWN = frozenset(
    "trump biden obama bush clinton reagan carter nixon ford kennedy johnson eisenhower truman roosevelt hoover wilson "
    "lincoln washington jefferson madison hamilton adams jackson grant putin yeltsin gorbachev brezhnev khrushchev stalin "
    "lenin trotsky medvedev xi mao deng zelenskyy zelensky zelenskiy macron sarkozy chirac mitterrand gaulle merkel scholz "
    "merz kohl adenauer hitler thatcher churchill blair cameron johnson sunak starmer truss attlee modi gandhi nehru "
    "netanyahu rabin arafat abbas erdogan ataturk assad gaddafi saddam mubarak nasser sadat sisi khomeini khamenei rouhani "
    "mandela mugabe castro guevara chavez maduro lula bolsonaro milei peron pinochet trudeau ardern albanese orban tusk "
    "zuckerberg musk bezos gates jobs darwin einstein newton marx freud shakespeare dickens mozart beethoven bach picasso "
    "napoleon caesar aristotle plato socrates homer dante galileo copernicus luther jesus muhammad buddha harris pence "
    "kant hegel nietzsche descartes voltaire rousseau montesquieu machiavelli hobbes locke hume aquinas augustine thales "
    "pythagoras pliny ovid virgil cicero seneca tacitus herodotus thucydides pindar zeus apollo buddha confucius emerson "
    "thoreau twain hemingway orwell kafka tolstoy dostoevsky chekhov goethe schiller wagner verdi chopin rembrandt vermeer "
    "francis benedict leo beyonce madonna adele rihanna drake prince pele ronaldo messi neymar franco mussolini tito".split()
)
"""Surnames and single names that need no introduction."""

SHORT_FORMS: tuple[tuple[str, ...], ...] = tuple(
    tuple(line.split())
    for line in (
        "alexander alex alec sandy", "alexandra alex alexa", "andrew andy drew", "anthony tony", "antonio tony",
        "barbara barb", "benjamin ben", "bradley brad", "catherine cathy cate", "katherine kathy kate katie kathryn",
        "charles charlie chuck", "christopher chris", "christine chris christina tina", "daniel dan danny", "david dave",
        "deborah deb debbie debra", "donald don", "douglas doug", "edward ed eddie ted", "elizabeth liz beth betsy eliza",
        "eugene gene", "frederick fred freddie", "gerald gerry jerry", "gregory greg", "henry harry hank", "jacob jake",
        "james jim jimmy jamie", "jeffrey jeff", "jennifer jen jenn jenny", "jonathan jon jonny", "joseph joe",
        "joshua josh", "judith judy", "kenneth ken kenny", "lawrence larry laurence", "leonard leo len", "louis lou",
        "margaret maggie meg peggy", "matthew matt", "michael mike mick", "nathaniel nathan nate", "nicholas nick nicolas",
        "pamela pam", "patricia pat patty tricia", "patrick pat", "peter pete", "philip phil phillip", "rebecca becky",
        "raymond ray", "richard rick dick rich", "robert rob bob bobby", "ronald ron", "rosemary rose", "samuel sam",
        "samantha sam", "stephen steve", "steven steve", "susan sue", "theodore ted theo", "thomas tom tommy",
        "timothy tim", "victoria vicky", "vincent vince", "walter walt", "william bill will billy liam", "zachary zach zack",
        "abigail abby", "allison ali", "amanda mandy", "cynthia cindy", "dorothy dot", "jessica jess", "kimberly kim",
        "melissa mel", "russell russ", "stanley stan", "valerie val", "arthur art", "albert al bert", "francis frank",
    )
)  # fmt: skip
"""Given names and the short forms they go by, the full one first."""
