from lacplan.validate.rule import FaultRule


class MergeKey(FaultRule):
    """A draft holds no merge keys.

    Why:
        With “<<” a field stands where nobody wrote it: readers, diffs and comments look for it in
        vain. Today's YAML has no merge keys.

    Fails:
        x-office: &office
          city: Montevideo
        x-secretariat:
          <<: *office
          hours: 9 to 17

    Passes:
        x-office: &office
          city: Montevideo
        x-secretariat:
          office: *office
          hours: 9 to 17

    Source:
        Merge Key Language-Independent Type for YAML Version 1.1 (working draft, 2005-01-18), which
        YAML 1.2 does not take over.
    """

    code = "READ005"
    name = "merge-key"
