"""Places and the words made from them, in lower case: what looks like a surname and is none.

Only names of one word, or the last word of longer ones, need to stand here.
"""

COUNTRIES = frozenset(
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh "
    "barbados belarus belgium belize benin bhutan bolivia bosnia herzegovina botswana brazil brunei bulgaria burkina burma "
    "burundi cambodia cameroon canada chad chile china colombia comoros congo croatia cuba cyprus czechia denmark djibouti "
    "dominica ecuador egypt england eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia georgia germany "
    "ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel "
    "italy jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia "
    "libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius "
    "mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger "
    "nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia "
    "rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname swaziland sweden "
    "switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine "
    "uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe scotland britain africa asia america americas "
    "antarctica eurasia scandinavia catalonia crimea donbas bavaria siberia kashmir punjab bengal balkans caribbean".split()
)

CITIES = frozenset(
    "abuja accra addis algiers amman amsterdam ankara athens atlanta auckland austin baghdad baku baltimore bangkok barcelona "
    "basel beijing beirut belfast belgrade berlin bern bogota bombay bonn boston brasilia bratislava brisbane brussels "
    "bucharest budapest buenos cairo calcutta canberra caracas cardiff chennai chernobyl chicago cincinnati cleveland cologne "
    "copenhagen dakar dallas damascus delhi denver detroit dhaka doha donetsk dresden dubai dublin dubrovnik edinburgh "
    "florence frankfurt freetown gaza geneva glasgow gothenburg hague hamburg hanoi harare harvard havana helsinki hiroshima "
    "honolulu houston istanbul jakarta jerusalem johannesburg kabul kampala kandahar karachi kathmandu kharkiv kherson "
    "khartoum kiev kigali kinshasa kolkata krakow kyiv kyoto lagos lahore leipzig lima lisbon liverpool ljubljana london "
    "luanda luhansk lviv lyon madrid managua manchester manhattan manila mariupol marseille mecca melbourne miami milan "
    "milwaukee minneapolis minsk mogadishu montreal moscow mosul mumbai munich nairobi nanjing naples nashville nicosia odesa "
    "odessa orlando osaka oslo ottawa oxford palermo paris peking perth philadelphia phoenix pittsburgh prague pretoria "
    "princeton pyongyang quito rabat ramallah riga rio riyadh rome rotterdam salzburg sarajevo seattle seoul sevilla shanghai "
    "skopje sofia stanford stockholm strasbourg stuttgart sydney taipei tallinn tampa tashkent tbilisi tehran tokyo toronto "
    "tripoli tunis turin ulaanbaatar valencia vancouver venice versailles vienna vilnius vladivostok warsaw washington wuhan "
    "yale yalta yangon yerevan zagreb zurich brooklyn hollywood westminster brexit nato".split()
)

STATES = frozenset(
    "alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida hampshire hawaii idaho "
    "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri "
    "montana nebraska nevada jersey york ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia "
    "wisconsin wyoming ontario quebec alberta manitoba queensland tasmania victoria".split()
)

PEOPLES = frozenset(
    "american americans british briton britons english scottish welsh irish french german germans italian italians spanish "
    "portuguese dutch belgian danish swedish norwegian finnish finn finns swede swedes dane danes polish pole poles czech "
    "czechs slovak slovaks hungarian romanian bulgarian greek greeks turkish turk turks russian russians ukrainian "
    "ukrainians chinese japanese korean koreans vietnamese thai indian indians pakistani pakistanis afghan afghans iranian "
    "iranians iraqi iraqis israeli israelis palestinian palestinians syrian syrians lebanese egyptian egyptians saudi saudis "
    "arab arabs arabic kurd kurds kurdish african africans asian asians european europeans canadian canadians mexican "
    "mexicans cuban cubans latino latina latinos latinas latinx hispanic hispanics brazilian argentine chilean colombian "
    "venezuelan peruvian jewish jew jews christian christians christianity muslim muslims islam islamic catholic catholics "
    "protestant protestants hindu hindus buddhist sikh sikhs mormon baptist methodist lutheran anglican orthodox soviet "
    "soviets nazi nazis roman romans latin texan californian democrat democrats republican republicans tory tories communist "
    "communists socialist liberal liberals conservative conservatives medicare medicaid serb serbs croat croats bosnian "
    "georgian armenian mongol mongols maori cherokee navajo sioux iroquois zionist sunni shia shiite confederate".split()
)

PLACES = COUNTRIES | CITIES | STATES
"""Places that speak for their governments, and stand where a surname might."""
