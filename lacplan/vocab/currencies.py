"""The currencies of ISO 4217, as of 2026-01-01.

Source: ISO 4217, List One (current currencies and funds) and List Three (historic denominations),
    both published on 2026-01-01, up to amendment 180.
"""


def known_currency(code: str) -> bool:
    """Tell whether *code* names a currency of today or one withdrawn since 1999.

    A plan about 2014 may hold a budget in a currency of that time.
    """
    return code in CURRENCIES or code in WITHDRAWN_CURRENCIES


_LIST_ONE = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
    CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP
    GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD
    XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG
    """

CURRENCIES: frozenset[str] = frozenset(_LIST_ONE.split())
"""Every alphabetic code of List One, in capitals: funds, metals, ``XTS`` and ``XXX`` included."""

_LIST_THREE = """
    ADP AFA ANG AON AOR ATS AYM AZM BEF BGL BGN BYB BYR CHC CSD CUC CYP DEM ECS ECV EEK ESP FIM FRF
    GHC GHP GRD HRK IEP ITL LTL LUF LVL MGF MRO MTL MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TJR
    TMM TPE TRL USS VEB VEF XEU XFO XFU XRE YUM ZMK ZRN ZWD ZWL ZWN ZWR
    """

WITHDRAWN_CURRENCIES: frozenset[str] = frozenset(_LIST_THREE.split())
"""The alphabetic codes of List Three that were withdrawn in January 1999 or later."""
