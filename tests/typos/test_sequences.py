"""Slips that show in a row of words and their tags: what is found in a sentence, and in clean prose nothing."""

from collections.abc import Callable

import pytest

Marker = Callable[[str, str], list[str]]

SLIPS = [
    ("to-finite-verb", "The two governments hope to reaches an agreement before the end of the year.", "to reaches"),
    ("to-finite-verb", "After the storm, the mayor to visits the families whose houses were lost.", "to visits"),
    ("to-past-verb", "The committee plans to published the report in the first week of May.", "to published"),
    ("to-past-verb", "The new road is expected to completed by the end of the summer.", "to completed"),
    ("to-ing", "The hospital was unable to treating all of the people who came.", "treating"),
    ("modal-finite-verb", "The new law could changes the way that small farms are taxed.", "changes"),
    ("modal-finite-verb", "The company will opened a second factory near the port.", "opened"),
    ("modal-participle", "The results will announced by the commission on Monday.", "announced"),
    ("modal-participle", "The old theatre could been saved if the city had acted sooner.", "been"),
    ("modal-participle", "Prices may rising again in the second half of the year.", "rising"),
    ("did-not-past", "The witness did not remembered the colour of the car.", "remembered"),
    ("did-not-past", "When did the company decided to close the plant?", "decided"),
    ("have-went", "The prices of bread and milk have rose since the beginning of the war.", "rose"),
    ("have-went", "The government has decides to raise the tax on fuel.", "decides"),
    ("been-base-form", "The bridge was destroy by the flood in the spring of that year.", "destroy"),
    ("been-base-form", "Thousands of people have leave the city since the fighting began.", "leave"),
    ("be-finite-verb", "The letter was wrote by a young woman from the north.", "was wrote"),
    ("be-finite-verb", "The museum is contains the largest collection of clocks in the country.", "is contains"),
    ("double-auxiliary", "The law is was passed by a narrow majority in the senate.", "is was"),
    ("double-auxiliary", "The court can could not decide the case without the documents.", "can could"),
    ("double-auxiliary", "The minister did could not explain where the money had gone.", "did could"),
    ("preposition-base-form", "The club survived the winter by sell its two best players.", "sell"),
    ("they-was", "The villagers said that they was not told about the dam.", "they was"),
    ("they-was", "He said he were tired of waiting for an answer.", "he were"),
    ("he-base-form", "She never speak to reporters before a concert.", "She never speak"),
    ("agreement", "The talks was held behind closed doors in Geneva.", "was"),
    ("agreement", "The bridge were closed to traffic for most of the winter.", "were"),
    ("agreement", "The town has bought cameras that films every street in the town.", "films"),
    ("agreement", "The price of the tickets for both concerts have doubled.", "have"),
    ("there-is-plural", "There is many reasons to doubt the official figures.", "There is"),
    ("each-plural", "Each students in the class was given a book to take home.", "students"),
    ("these-singular", "Few people in the town remember these battle in the hills.", "these battle"),
    ("several-singular", "The police searched several house in the old quarter.", "house"),
    ("one-of-singular", "It was one of the largest earthquake in the history of the region.", "earthquake"),
    ("a-plural", "The farmers called the decision a mistakes that would cost them dearly.", "mistakes"),
    ("this-plural", "This children have not been to school since the war began.", "This children"),
    ("its-for-it-is", "The owner of the hotel says its too early to talk about a sale.", "its"),
    ("it-is-for-its", "The company moved most of it's factories to the south.", "it's"),
    ("your-for-you-are", "Tell the doctor when your not able to sleep.", "your"),
    ("there-for-their", "The workers voted to keep there jobs and lose a week of holidays.", "there"),
    ("they-are-for-their", "The refugees were waiting for they're families at the border.", "they're"),
    ("too-for-to", "The party is going too lose the election, the poll says.", "too"),
    ("now-for-not", "The neighbours do now know who owns the house.", "now"),
    ("they-for-the", "The soldiers crossed they river before dawn.", "they"),
    ("then-for-the", "A fire broke out in then kitchen of the hotel.", "then"),
    ("missing-to", "The president wants meet the leaders of the opposition.", "wants meet"),
    ("missing-be", "The new trains will available from the first of June.", "will available"),
    ("missing-auxiliary", "The guards said that they waiting for the ambulance.", "they waiting"),
    ("and-for-an", "The old mill is and important part of the history of the town.", "and"),
    ("than-for-that", "The mayor believes than the harbour will bring work to the town.", "than"),
    ("you-for-your", "They asked for the key of you house.", "you"),
    ("it-for-its", "The orchestra is known for it recordings of early music.", "it"),
    ("where-for-were", "The passengers said they where not told about the delay.", "where"),
    ("many-for-may", "You many never see such a storm again.", "many"),
    ("article-alone", "It is a story about the of three brothers.", "the of"),
    ("agreement", "Anyone in the villages or on the farms are free to join.", "are"),
    ("joined-subject", "Her wit and patience over the years has won the respect of the town.", "has"),
    ("missing-of", "Fire is one the most common causes of loss at sea.", "one the"),
    ("missing-to", "The loan allowed the farmers buy more land in the valley.", "farmers buy"),
    ("missing-to", "The two sides met in order choose a new speaker.", "order choose"),
    ("missing-it", "The new locks make possible to sail at night.", "make possible"),
    ("missing-is", "It unlikely that the ferry will sail before the end of the week.", "It unlikely"),
    ("a-mass-noun", "The firm sells a new equipment for hospitals in the south.", "a new equipment"),
    ("extra-of", "The storm damaged numerous of houses on the coast.", "numerous of"),
    ("other-for-others", "The mayor shared the prize with other who had helped her.", "other"),
    ("he-for-the", "The road along he coast has been closed since the storm.", "he"),
    ("on-for-one", "On witness said that the driver had fled on foot.", "On"),
    ("by-for-be", "The vote on the new harbour will by held in the spring.", "by"),
    ("be-for-by", "The roof of the church was damaged be the storm.", "be"),
    ("as-for-has", "The harbour as been closed since the storm.", "as"),
    ("no-for-not", "The owner of the mill did no agree with the council.", "no"),
    ("from-for-form", "The charge is a from of tax on the poor.", "from"),
    ("form-for-from", "The coins were taken form the museum in the night.", "form"),
    ("ever-for-every", "The party has a candidate in ever town on the coast.", "ever"),
    ("may-for-many", "There are may reasons to doubt the figures.", "may"),
    ("your-for-you", "If your can come to the meeting, write to the clerk.", "your"),
    ("where-for-were", "The trees where grown from the seed of an older one.", "where"),
]

CLEAN = """
The talks that the two sides had agreed to led to a truce, which the rebels broke within hours. According to figures the
ministry released on Friday, four in ten of the town's houses were damaged, and the rest are not fit to live in. What
the mayor said was that he would, if asked, resign. The people he spoke to want their homes back; the insurers they pay
want to wait. If the dam were open, the river would flood the fields below it.

There are a number of reasons to doubt the plan, and there is a handful of ways to change it. The staff are tired, the
police have been asked to help, and the majority were sent home. Each of the three bridges is closed, and one of the
engineers has left. These are the facts as they stand, and this means that the road to the north will stay shut until
spring. Nobody knows where they are now, or who they were with.

The time the ships take to cross has grown, and building houses near the quay is slow work. It is a list of repairs that
is never finished. The dean as well as the students are worried; every man and woman on the quay has a ticket. The road
they came by was made in the form of a bow, with turns so sharp that few, even through the town, could ever pass at speed.
They could no longer wait, and no doubt will leave if help does not come; what they will be left with may be little.

Its owner says it's too early to talk of a sale, and that their tenants, who are worried, need not be. You're free to
bring your own food, but it is up to you what you bring for your friends. They had to go to school there, years ago, and
what they learnt there matters to them. All they could do was wait. So too have others.

Looking forward to seeing the islands, the guests got used to being late, and objected to paying twice. The will, read
in court last week, left her nothing; the good will built up over the years is gone. What she does is write, and what he
has is time. The thing they are thinking about is how to get the boats out.
"""


@pytest.mark.parametrize(("rule", "text", "slip"), SLIPS)
def test_a_slip_is_found(marked: Marker, rule: str, text: str, slip: str) -> None:
    assert marked(f"typos/{rule}", text) == [slip]


@pytest.mark.parametrize("rule", sorted({rule for rule, _, _ in SLIPS}))
def test_clean_prose_is_let_be(marked: Marker, rule: str) -> None:
    assert marked(f"typos/{rule}", CLEAN) == []
