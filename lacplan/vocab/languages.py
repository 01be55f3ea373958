"""The languages a plan may be written in, and what is wrong with a language tag; as of 2026-02-16.

Every language of ISO 639-1 and CLDR is known, and so are some 550 indigenous and creole languages
of Latin America and the Caribbean. What a table does not hold is refused, private-use codes
included, so that a slip of the pen does not pass for a language.

Source: BCP 47 (RFC 5646); CLDR 47; ISO 639; ISO 15924; the IANA Language Subtag Registry.
"""

from itertools import pairwise

from lacplan.vocab.countries import COUNTRIES

LONGEST_TAG = 64
"""In characters. BCP 47 sets no limit, and asks for room for 35 (RFC 5646, section 4.4.1)."""


def language_fault(tag: str) -> str | None:
    """Return what is wrong with *tag* as one sentence, or None when nothing is.

    Nothing is wrong when the tag is well-formed and its language, script and region are known.
    Variants, extensions and private-use subtags are judged by form and repetition alone.
    """
    if fault := _spelling_fault(tag):
        return fault
    subtags = tag.split("-")
    if subtags[0].lower() == "x":
        return _extension_fault(subtags)
    if subtags[0].lower() not in LANGUAGES:
        return f"“{subtags[0]}” is not a known language subtag."
    end = next((at for at, each in enumerate(subtags) if len(each) == 1), len(subtags))
    return _order_fault(subtags[1:end]) or _extension_fault(subtags[end:])


def canonical_tag(tag: str) -> str | None:
    """Return *tag* in the capitals that are usual, such as ``pt-BR``; ``None`` for no known tag.

    Source: RFC 5646, section 2.1.1.
    """
    if language_fault(tag) is not None:
        return None
    first, *others = tag.lower().split("-")
    for at, each in enumerate(others):
        if len(each) == 1 or first == "x":
            break
        if len(each) == 4 and each.isalpha():
            others[at] = each.title()
        elif len(each) == 2:
            others[at] = each.upper()
    return "-".join([first, *others])


def _spelling_fault(tag: str) -> str | None:
    """Judge the tag as a string; no sentence quotes a character that may upset a terminal."""
    if len(tag) > LONGEST_TAG:
        return f"A language tag has at most {LONGEST_TAG} characters."
    if not tag.isascii() or not tag.replace("-", "").isalnum():
        return "A language tag is made of the letters a to z, digits and hyphens."
    if not all(1 <= len(subtag) <= 8 for subtag in tag.split("-")):
        return f"“{tag}” has a part that is empty or longer than eight characters."
    if tag.lower() in _GRANDFATHERED:
        return f"“{tag}” is a grandfathered tag; these are not accepted."
    return None


def _order_fault(subtags: list[str]) -> str | None:
    """Judge what follows the language: one script, one region and any variants, in this order."""
    last = 0
    seen = set[str]()
    for subtag in subtags:
        rank = _rank(subtag)
        if rank == 0 or rank < last or (rank == last != _VARIANT):
            return f"“{subtag}” is not a script, region or variant subtag, or is out of place."
        if rank == _SCRIPT and subtag.title() not in _SCRIPTS:
            return f"“{subtag}” is not a known script subtag."
        if rank == _REGION and subtag.upper() not in _REGIONS:
            return f"“{subtag}” is not a known region subtag."
        if subtag.lower() in seen:
            return f"The variant “{subtag}” is given twice."
        seen.add(subtag.lower())
        last = rank
    return None


def _rank(subtag: str) -> int:
    """Tell by its shape alone where a subtag belongs, or 0 if nowhere."""
    if len(subtag) == 4 and subtag.isalpha():
        return _SCRIPT
    if (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit()):
        return _REGION
    if len(subtag) >= 5 or (len(subtag) == 4 and subtag[0].isdigit()):
        return _VARIANT
    return 0


def _extension_fault(subtags: list[str]) -> str | None:
    """Judge the extensions, each opened by a single character; ``x`` opens the private rest."""
    seen = set[str]()
    for subtag, following in pairwise([*subtags, ""]):
        singleton = subtag.lower()
        if len(singleton) > 1:
            continue
        if not following or (singleton != "x" and len(following) == 1):
            return f"Nothing follows the extension “{subtag}”."
        if singleton == "x":
            return None
        if singleton in seen:
            return f"The extension “{subtag}” is given twice."
        seen.add(singleton)
    return None


_SCRIPT, _REGION, _VARIANT = 1, 2, 3  # the order in which they stand in a tag

_NAMED_BY_CLDR = """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de
    dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia
    id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo
    lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl
    ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti
    tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ace ach ada ady aeb afh
    agq ain akk akz ale aln alt ang ann anp arc arn aro arp arq ars arw ary arz asa ase ast atj avk
    awa bal ban bar bas bax bbc bbj bej bem bew bez bfd bfq bgc bgn bho bik bin bjn bkm bla blo blt
    bpy bqi bra brh brx bss bua bug bum byn byv cad car cay cch ccp ceb cgg chb chg chk chm chn cho
    chp chr chy cic ckb clc cop cps crg crh crj crk crl crm crr crs csb csw dak dar dav del den dgr
    din dje doi dsb dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fat fil fit
    fon frc frm fro frp frr frs fur gaa gag gan gay gba gbz gez gil glk gmh goh gon gor got grb grc
    gsw guc gur guz gwi hai hak haw hax hif hil hit hmn hnj hsb hsn hup hur iba ibb ikt ilo inh izh
    jam jbo jgo jmc jpr jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea ken kfo kgp kha kho khq
    khw kiu kkj kln kmb koi kok kos kpe krc kri krj krl kru ksb ksf ksh kum kut kwk kxv lad lag lah
    lam lez lfn lij lil liv lkt lmo lol lou loz lrc lsm ltg lua lui lun luo lus luy lzh lzz mad maf
    mag mai mak man mas mde mdf mdr men mer mfe mga mgh mgo mic min mnc mni moe moh mos mrj mua mul
    mus mwl mwr mwv mye myv mzn nan nap naq nds new nia niu njo nmg nnh nog non nov nqo nso nus nwc
    nym nyn nyo nzi ojb ojc ojs ojw oka osa ota pag pal pam pap pau pcd pcm pdc pdt peo pfl phn pis
    pms pnt pon pqm prg pro quc qug raj rap rar rgn rhg rif rof rom rtm rue rug rup rwk sad sah sam
    saq sas sat saz sba sbp scn sco sdc sdh see seh sei sel ses sga sgs shi shn shu sid slh sli sly
    sma smj smn sms snk sog srn srr ssy stq str suk sus sux swb syc syr szl tce tcy tem teo ter tet
    tgx tht tig tiv tkl tkr tlh tli tly tmh tog tok tpi tru trv trw tsd tsi ttm ttt tum tvl twq tyv
    tzm udm uga umb und vai vec vep vls vmf vmw vot vro vun wae wal war was wbp wuu xal xmf xnr xog
    yao yap yav ybb yrl yue zap zbl zea zen zgh zun zxx zza
    """
"""Every code CLDR 47 names in English: ISO 639-1 whole, ``sh`` too, and much of ISO 639-3."""

_OF_THE_REGION = """
    acf acr acu agr agu aig ake amc ame amr amu aoc apn apu aqt arh arl arr asu auc ayc ayo ayr azd
    azg azm azn azz bah bdc bjs bkq boa bor bwi bzd bzj bzk caa cab cac cag cak cao cap cas cav caw
    cax cbc cbg cbi cbr cbs cbt cbu cco ceg chd chf chj chq chz cin cjo cjp cle clo cly cmi cni cnl
    cnt cod coe cof con cot cpa cpb cpc cpu cpy crn crq crt csa cso cta cte ctl cto ctp ctu ctz cub
    cuc cui cuk cul cut cux cvn cya czn des djk eme emp enl enx ese fun gcf gcl gcr gnw gub gug guh
    gui gum gun guq gut guu gva gvc gvo gvp gym gyn gyr hch hns hto hub hue hus huu huv hve hvv icr
    ign inb itz ixc ixl jaa jac jeb jic jiv jmx jqr jup jvn kay kbc kbh kek kgk kic kjb kmv knj kog
    kpc kpj ktn kui kvn kwi kww kyz lac maa mab maj mam maq mat mau mav maz mbc mbl mbp mbz mca mcb
    mcd mce mcf mch mco mdv meh mfy mhc mib mie mig mih mii mil mim mio mip miq mir mit miu mix miy
    miz mjc mks mmc moc mop mot mpm mpu mqh mto mtp mtu mtx mvg mxa mxb mxp mxq mxs mxt mxv mxy myn
    myu mza mzh mzi mzl mzp nah naz nch ncj ncl ncx neq ngu nhc nhd nhe nhg nhi nhk nhm nhn nhp nhq
    nht nhv nhw nhx nhy nhz nlv noa not npl nsu ntp nuz oca ocu ood ore ote otl otm otn oto otq ots
    ott otx otz oym pab pad pah pav pay pbb pbc pbe pbf pbh pbm pbs pca pei pia pib pid pio plg pln
    plo pls plu pmq pmz poc poe poh poi poq pos pow ppl pps prq pta pua pui pxm qub qud quf quh quk
    qul qum qup qur qus quv quw qux quy quz qva qvc qve qvh qvi qvj qvl qvm qvn qvo qvp qvs qvw qvz
    qwa qwh qws qxa qxc qxh qxl qxn qxo qxp qxr qxt qxu qxw ram rkb rma sab scf sey shb shp sja snn
    spn srm srq sru stp svc tac tae taf tar tav tca tcf tch tcu tcw tdc tee tfr tgh thh tku tla tlc
    tlp tmf tna tob toc toj too top tos tpc tpl tpp tpr tpt tpx tqt trc trf tri trn trq trs tsz ttc
    tuf tuo twr txu tzh tzj tzo ulw ura urb usp var vic vmc vmj vmm vmp vmq vmx vmy vmz wap wau waw
    way wba wca wlv xav xer xok xra xri xsu xta xtb xtd xti xtj xtl xtm xtn xtp xts xtt xtu xty yaa
    yad yan yaq yua yup yuz zaa zab zac zad zae zaf zai zam zao zaq zar zas zat zav zaw zax zca zcd
    zoc zoh zoo zoq zor zos zpa zpb zpc zpd zpe zpf zpg zph zpi zpj zpk zpl zpm zpn zpo zpp zpq zpr
    zps zpt zpu zpv zpw zpx zpy zpz zsr zte ztg ztl ztm ztn ztp ztq zts ztt ztu ztx zty
    """
"""Indigenous and creole languages that CLDR does not name.

Source: ISO 639-3, and ISO 639-5 for the groups ``myn``, ``nah`` and ``oto``.
"""

LANGUAGES: frozenset[str] = frozenset((_NAMED_BY_CLDR + _OF_THE_REGION).split())
"""The known primary language subtags, in small letters."""

_ISO_15924 = """
    Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Berf Bhks Blis Bopo Brah
    Brai Bugi Buhd Cakm Cans Cari Cham Cher Chis Chrs Cirt Copt Cpmn Cprt Cyrl Cyrs Deva Diak Dogr
    Dsrt Dupl Egyd Egyh Egyp Elba Elym Ethi Gara Geok Geor Glag Gong Gonm Goth Gran Grek Gujr Gukh
    Guru Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hntl Hrkt Hung Inds Ital Jamo
    Java Jpan Jurc Kali Kana Kawi Khar Khmr Khoj Kitl Kits Knda Kore Kpel Krai Kthi Lana Laoo Latf
    Latg Latn Leke Lepc Limb Lina Linb Lisu Loma Lyci Lydi Mahj Maka Mand Mani Marc Maya Medf Mend
    Merc Mero Mlym Modi Mong Moon Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkdb Nkgb Nkoo Nshu
    Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Pcun Pelm Perm Phag Phli Phlp Phlv Phnx Piqd
    Plrd Prti Psin Ranj Rjng Rohg Roro Runr Samr Sara Sarb Saur Seal Sgnw Shaw Shrd Shui Sidd Sidt
    Sind Sinh Sogd Sogo Sora Soyo Sund Sunu Sylo Syrc Syre Syrj Syrn Tagb Takr Tale Talu Taml Tang
    Tavt Tayo Telu Teng Tfng Tglg Thaa Thai Tibt Tirh Tnsa Todr Tols Toto Tutg Ugar Vaii Visp Vith
    Wara Wcho Wole Xpeo Xsux Yezi Yiii Zanb Zinh Zmth Zsye Zsym Zxxx Zyyy Zzzz
    """

_SCRIPTS = frozenset(_ISO_15924.split())
"""ISO 15924, without the private-use codes."""

_OTHER_REGIONS = """
    001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143
    145 150 151 154 155 202 419 AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT SU TA TP UN YD YU ZR
    """

_REGIONS = COUNTRIES | frozenset(_OTHER_REGIONS.split())
"""Countries, UN M.49 areas such as ``419``, and codes that are reserved or were withdrawn.

Source: the IANA Language Subtag Registry of 2024-05-16, without the private-use codes.
"""

_OLD_TAGS = """
    art-lojban cel-gaulish en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo
    i-navajo i-pwn i-tao i-tay i-tsu no-bok no-nyn sgn-be-fr sgn-be-nl sgn-ch-de zh-guoyu zh-hakka
    zh-min zh-min-nan zh-xiang
    """

_GRANDFATHERED = frozenset(_OLD_TAGS.split())
"""The whole tags that RFC 5646, section 2.2.8, keeps for old times' sake, in small letters."""
