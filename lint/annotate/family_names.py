"""Family names that come before the given name, in lower case and without accents: China, Korea, Vietnam, Japan of old.

What an article calls a person alone tells more than these lists; they speak where it never does.
"""

FAMILY_FIRST = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han "
    "feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu lyu ding ren shen yao jin jiang cui tan "
    "liao fan wan fang shi xiong meng qin yan xue hou lei bai long duan hao kong shao mao chang wen qi xi bo ban hua "
    "kim lee park choi jung jeong kang cho yoon jang lim shin kwon hwang ahn seo moon hong yoo bae paik roh noh ban chun chung "
    "nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly dinh trinh truong mai "
    "chan wong cheung leung lau ng chow yeung tsang kwok lam cheng chiang tsai hsu hsieh hsiao".split()
)
