"""Hints at whether “he” or “she” can mean somebody: titles, nouns and given names. Where nothing hints, both can."""

from enum import StrEnum

from lint.annotate.given_names import GIVEN_NAMES


class Gender(StrEnum):
    """The grammatical gender of the pronoun that stands for somebody."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MASCULINE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMININE),
}
"""Pronouns that tell the gender."""

_NOUNS = {
    Gender.FEMININE: "mrs ms miss mme mlle madame lady dame queen princess duchess baroness countess empress congresswoman "
    "spokeswoman chairwoman councilwoman businesswoman saleswoman policewoman actress waitress hostess heiress daughter "
    "mother wife widow girlfriend sister aunt grandmother niece woman girl nun midwife granddaughter stepmother",
    Gender.MASCULINE: "mr sir lord king prince duke baron emperor pope congressman spokesman chairman councilman businessman "
    "salesman policeman fireman son father husband widower boyfriend brother uncle grandfather nephew man boy monk "
    "grandson stepfather fr",
}
NOUNS = {noun: gender for gender, nouns in _NOUNS.items() for noun in nouns.split()}
"""Titles and nouns that tell the gender of whom they stand beside, in lower case and without stops."""

_FEMININE = frozenset(
    "abby abigail adele agnes alice alison allison amal amber amy ann annabel anne annette annie april arlene ashley astrid "
    "audrey beatrice becky bernadette beth bethany betsy betty beverly bonnie bridget brittany caitlin camille candice carmen "
    "carol carole caroline carolyn carrie catherine cathy celeste charlene charlotte cheryl chloe christine cindy claire "
    "connie constance courtney crystal daisy danielle daphne darlene dawn deb debbie deborah denise diane dolores doris "
    "dorothy edith eileen elaine eleanor elisabeth elise elizabeth ellen elsie emily erin esther ethel eve evelyn faith farah "
    "faye florence frances gabrielle gail genevieve geraldine gillian gladys grace gretchen gwen hannah harriet hazel heather "
    "heidi helen helene hilary hillary holly ines ingrid irene iris isabel isabelle jacklyn jaclyn jacqueline jane janet "
    "janice jasmine jeanette jeanne jen jennifer jenny jess jill jo joan joanne josephine joy joyce judith judy julie juliet "
    "june justine kaitlyn karen karin kate katherine kathleen kathryn kathy katie kay kimberly kirsten kristen kristin lauren "
    "leah leslie lillian lily lindsay lindsey liz lois lori lorraine louise lucille lucy lynn mabel madeleine madison maggie "
    "mandy margaret margot mariam marianne marie marilyn marion marjorie marlene mary maryam maureen maxine meg megan melanie "
    "mercedes meredith michele michelle mildred mimi minnie miriam molly monique muriel nadine nancy naomi natalie nicole "
    "olive pam pauline peggy penelope penny phoebe phyllis polly rachel raquel renee rosalind rose rosemary roxanne ruby ruth "
    "sabine sadie sally sarah sharon sheila shelby shelley sherry shirley sigrid simone sophie stacey stacy stephanie sue "
    "susan susanne suzanne sybil tammy therese tiffany tracey ulrike valerie vicki vicky violet vivian wendy winifred yasmin "
    "yvette yvonne zoe".split()
)
_EITHER = frozenset(
    "akira alex alexis andrea andy angel ariel asa avery bernie bobbie casey charlie chris dana daryl devin devon dominique "
    "drew ellis frankie gene harper hayden hilary ira jackie jamie jan jean jesse jessie jo jody jodie jordan jules kelly "
    "kelsey kendall kerry kim lane laurie lee lou max mel morgan nicola nikita noel pat percy quinn reagan rena rene riley "
    "robin rory rowan sam sandy sasha shannon sidney stevie sydney taylor terry toni tony tracy val".split()
)
_MASCULINE_IN_A = frozenset("joshua mustafa akira elisha ezra luca andrea nikita sasha ira asa".split())


def of_given_name(name: str) -> Gender | None:
    """Give the gender of most people who bear the given name; None where the lists do not tell."""
    lower = name.lower().rstrip(".")
    if lower not in GIVEN_NAMES or lower in _EITHER:
        return None
    is_feminine = lower in _FEMININE or (lower.endswith("a") and lower not in _MASCULINE_IN_A)
    return Gender.FEMININE if is_feminine else Gender.MASCULINE


def of_noun(word: str) -> Gender | None:
    """Give the gender of somebody with this title or role: “Ms.”, “spokesman”."""
    return NOUNS.get(word.lower().rstrip("."))
