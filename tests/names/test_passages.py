"""Short passages from many places: what is a slip is found, and what only looks like one stays in peace."""

import pytest

from tests.names.conftest import Warnings

SLIPS = [
    # a surname or given name misspelt on second reference
    ("Oluwaseun Adebayo-Cole runs the clinic. Later Adebayo-Coel left.", "surname-misspelt", "Adebayo-Coel"),
    ("Chukwuemeka Nwosu-Eze spoke. Nurses like Nwosu-Ezze.", "surname-misspelt", "Nwosu-Ezze"),
    ("Tiago Vasconcelos sang. “Encore,” Vasconcellos was told.", "surname-misspelt", "Vasconcellos"),
    ("Aino Lehtimäki rowed first. The boat is Lehtimakki’s.", "surname-misspelt", "Lehtimakki"),
    ("Zsófia Kecskeméti won gold. In 2019 Kecskemétti won silver.", "surname-misspelt", "Kecskemétti"),
    ("Gov. Nomvula Dlaminiwe signed. Critics of Dlaminwie stayed away.", "surname-misspelt", "Dlaminwie"),
    ("Máire Ó Súilleabháin sang. Ó Súilleabhán then danced.", "surname-misspelt", "Súilleabhán"),
    ("Rhys Llewelyn-Pugh farms. The council fined Llewellyn-Pugh.", "surname-misspelt", "Llewellyn-Pugh"),
    ("Nino Kvaratsiani coaches. Fans of Kvaratsaini sang.", "surname-misspelt", "Kvaratsaini"),
    ("Arpine Hovhannesyan judged. Later Hovhanessyan resigned.", "surname-misspelt", "Hovhanessyan"),
    ("Keoni Kamakawiwo runs a school. Pupils of Kamakawio sang.", "surname-misspelt", "Kamakawio"),
    ("Wiremu Tamihana-Rangi led the march. “Go home,” Tamihana-Rangy said.", "surname-misspelt", "Tamihana-Rangy"),
    ("Subramaniam Venkataraghavan bowled. Venkatraghavan took six.", "surname-misspelt", "Venkatraghavan"),
    ("Jarosław Wiśniowiecki spoke. Then Wiśnowiecki left.", "surname-misspelt", "Wiśnowiecki"),
    ("Ms. Thorvaldsdottir fishes. The crew of Thorvaldsdotir is small.", "surname-misspelt", "Thorvaldsdotir"),
    # one person under two full names
    ("Kwabena Asantewaa spoke. The prize went to Kwabena Asentewaa.", "full-name-variant", "Asentewaa"),
    ("Micheal Fitzgibbon rode first. The horse of Michael Fitzgibbon fell.", "full-name-variant", "Micheal"),
    ("Erik Sundqvist rowed. The medal went to Eric Sundqvist.", "full-name-variant", "Eric"),
    ("Alexander Petridis cooks. The bill was paid by Alex Petridis.", "full-name-variant", "Alex"),
    ("Even the cook laughed. Evan Tanaka-Reid left. Even Tanaka-Reid came back.", "full-name-variant", "Even"),
    # the given name where the family name belongs
    ("The envoy, Deng Haiyan, spoke. On Monday Haiyan flew home.", "given-name-for-family-name", "Haiyan"),
    ("Seo Yeon-ho won. Fans carried Yeon-ho away.", "given-name-for-family-name", "Yeon-ho"),
    # accents, apostrophes, inner capitals
    ("Begoña Etxeberría cooks. Etxeberría won twice, and Etxeberria smiled.", "diacritic-variant", "Etxeberria"),
    ("Łukasz Żółtowski drew it. Żółtowski, and only Zoltowski, knows why.", "diacritic-variant", "Zoltowski"),
    ("Siobhán MacGiolla sang. MacGiolla left, and Macgiolla came back.", "diacritic-variant", "Macgiolla"),
    ("Đặng Ngọc taught. Đặng left; students of Dang stayed.", "diacritic-variant", "Dang"),
    # places and bodies that recur
    ("To Ouagassou, from Ouagassou, past Ouagassou. In Ouagasssou it rained.", "name-misspelt", "Ouagasssou"),
    ("In Tromsvika it snows. To Tromsvika by boat. Near Tromsvkia a whale sang.", "name-misspelt", "Tromsvkia"),
    ("The Ribeira Verde Fund pays. The Ribeira Verde Fund owes. The Ribiera Verde Fund sues.", "name-misspelt", "Ribiera"),
    # transliterations
    ("Trains left Kharkiv on time. In Kharkiv they wait; Kharkov is on old maps.", "mixed-transliteration", "Kharkov"),
    ("Hezbollah denied it. Hezbollah spokesmen left. A Hizbullah flag hung there.", "mixed-transliteration", "Hizbullah"),
    # acronyms
    ("The Fjord Rescue League (FRL) has boats. The FRL is old. Ask the FLR.", "acronym-two-ways", "FLR"),
    ("The Andean Weather Office (AWO) saw it. The AWO warned. The Andean Water Office slept.", "expansion-variant", "Water"),
    ("The Delta Farmers Bank (DFB) pays, and the DFB lends. The KMSA sues. The KMSA lost.", "undefined-acronym", "KMSA"),
    ("The Chief Harbor Officer (CH) spoke. A CHO must swim, and this CHO can.", "acronym-two-ways", "CH"),
    # terms, products, firms
    ("She bought StellaCam in May. StellaCam films birds, and a stellacam costs little.", "mixed-case", "stellacam"),
    ("The RiverWatch app is free. RiverWatch counts fish. River Watch was sold.", "mixed-spacing", "River Watch"),
    ("Tessastack grew. Tessa Stack pays, and Tessa Stack lends.", "mixed-spacing", "Tessastack"),
    ("The metadata was lost. Without metadata no map, and no meta-data no fame.", "mixed-hyphens", "meta-data"),
    ("The lifecycle is short. One lifecycle lasts a day, one life cycle a night.", "mixed-hyphens", "life cycle"),
    ("Okafor & Daughters sells hats. Okafor & Daughters is old. Okafor and Daughters closed.", "mixed-ampersand",
     "Okafor and Daughters"),
    ("The UK sent ships. The UK sent more, and a U.K. envoy came.", "mixed-initials", "U.K."),
]  # fmt: skip

TRAPS = [
    # family names first, mononyms, patronymics
    "Xu Meiling and Xu Meifang are sisters. Meiling paints, and Meifang sings, said their mother, Ms. Xu.",
    "Jiang Wenli spoke. On Friday Jiang left, and on Monday Jiang came back.",
    "Park Seo-yeon met Lee Ji-won. Park lost, and Lee won.",
    "Kim Sørensen and Lee Novak married. Sørensen cooks, Novak eats.",
    "Suhartini, who like many here has one name, sells fish. Suhartini is 60.",
    "Björk Gunnarsdóttir and Jón Gunnarsson are siblings; she is Björk to all, and he is Jón.",
    "U Thant Kyaw met Daw Khin Kyaw. Both left.",
    "Haile Tadesse and his son Tadesse Haile run. Tadesse won.",
    "Nguyễn Thị Hoa and Nguyễn Văn Hòa own the shop. Hoa cooks, and Hòa serves.",
    "Tanaka Hiroko met Hiroko Tanabe. Tanabe bowed.",
    # double surnames, particles, prefixes
    "Lucía García Ferrer and Inés García Herrera met. García Ferrer won.",
    "Rui da Costa spoke. Da Costa, who is 30, left; da Costa’s dog stayed.",
    "Omar al-Hakimi spoke. Al-Hakimi left. The al-Hakimi family is large.",
    "Fatima bint Rashid spoke, then Rashid bin Saeed. Bin Saeed is 40.",
    "Femke van der Wal rowed. Van der Wal won, and Van der Wals cheered.",
    "Seán Mac Cárthaigh sang. Mac Cárthaigh’s wife, Nuala Nic Cárthaigh, danced.",
    "O’Malley and O'Malley are twins. Grace O’Malley sings.",
    # relatives and namesakes
    "Anna Fischer owns the mill. The Fischers bought it in 1998.",
    "Paul Okonkwo married Paula Okonkwo in 1999. Both teach.",
    "Ronald Sorenson ran. A senator, Paula Sorensen, ran too; Sorensen is no relation.",
    "Giovanni Rossetti and Giovanna Rossetti bake. Carlo Rosselli eats.",
    "Maria Petrova and her brother Ivan Petrov ski. Petrova won, Petrov fell.",
    "Elena Kowalska and Jan Kowalski met. Kowalska spoke; Kowalski did not.",
    "Daniel Haddad and Danielle Haddad are twins.",
    # nicknames that the article explains
    "Oluwaseun “Seun” Balogun sings. Seun Balogun is 20.",
    "Robert “Bob” Mbeki ran first. Bob Mbeki won.",
    "Elizabeth (Liz) Nakamura ran first. Liz Nakamura won.",
    "The Rev. James T. Abara spoke. “Jim Abara is late,” said the sexton.",
    # named after people and places, peoples and languages
    "Mariam Darwish runs Darwishi Foods. Darwish is 50.",
    "Zamboria is small. A Zamborian sang, then two Zamborians, in Zamborese, of Zamboria.",
    "Peter Lund teaches in Lunden. Lund was born in Lunda.",
    "Iris Dahl studies dahlias. Dahlia Irish studies irises.",
    "Marco Polanski plays polo. The Polans were a tribe.",
    "Austria beat Australia. Austria, Austria, they sang in Austria.",
    # quotations, older names, dishes, works
    "The cook from Kyiv serves a chicken Kiev. Kyiv is far.",
    "“Bombay was home,” she said. She left Mumbai in 1990, and Mumbai forgot her.",
    "Her film “Odessa Nights” was shot in Odesa.",
    # acronyms and capitals
    "The WHO and the FBI agree. The FBI wrote, and the WHO answered.",
    "STOP SHOUTING, THE SIGN SAID. NO SHOUTING, ANOTHER SAID.",
    "Doctors Without Borders (MSF) came. MSF stayed, and MSF left.",
    "The Lake Ferry Board (LFB) met. All Lake Ferry Boards (LFB) meet. The LFB left.",
    "Mail seabird@RiverWatch.example or see riverwatch.example. RiverWatch is free, RiverWatch says.",
    # terms whose hyphen or space is grammar
    "Every day he wears everyday clothes. She may be late, maybe.",
    "They set up the tent; the setup took an hour. Back up the files: a backup helps.",
    "The long-term plan is a plan for the long term.",
    "The minister will resign if the chief will not re-sign the deal.",
    "The U.S. sent ships. The USS Alder and US Airways did not.",
    # right to left, combining characters
    "The poet Ḥanān al-Shaykhī wrote it. “حنان الشيخ” stands on the cover, and al-Shaykhī signed.",
    "Jose\u0301 Mari\u0301n sang. José Marín left. Marín came back.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "words"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_is_found_and_nothing_else(warnings: Warnings, text: str, rule: str, words: str) -> None:
    assert warnings(text) == [(f"names/{rule}", words)]


@pytest.mark.parametrize("text", TRAPS, ids=range(len(TRAPS)))
def test_what_only_looks_like_a_slip_stays_in_peace(warnings: Warnings, text: str) -> None:
    assert warnings(text) == []
