from lacplan.validate.rule import FaultRule


class MalformedId(FaultRule):
    """An id is a plain name: a small letter, then small letters, digits, “.”, “_” or “-”.

    Why:
        Ids end up in links, in file names and in mails; what is spelt plainly survives them all.

    Fails:
        id: Engagement with governments

    Passes:
        id: engagement-with-governments
    """

    code = "FORM005"
    name = "malformed-id"
