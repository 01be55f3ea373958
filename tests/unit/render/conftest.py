"""A small plan that uses most of what a plan can hold, in Spanish."""

from decimal import Decimal

import pytest

from lacplan.model.date import PartialDate
from lacplan.model.plan import (
    Budget,
    Framework,
    Indicator,
    Item,
    Level,
    Measurement,
    Organization,
    Period,
    Plan,
    Stakeholder,
)


@pytest.fixture
def plan() -> Plan:
    """Two areas, four objectives, five projects; our own words throughout."""
    return Plan(
        format=1,
        name="lac-2013",
        title="Plan Estratégico Regional de América Latina y el Caribe",
        language="es",
        stage="consultation",
        period=Period(start=day("2013"), end=day("2016")),
        summary="Recoge las **ideas y propuestas** de la región.\n\nDos áreas:\n\n- una;\n- otra.",
        vision="Una región que participa en pie de igualdad.",
        values=("Apertura", "Equilibrio geográfico"),
        organization=Organization(name="Comité Directivo LAC", url="https://icannlac.org/"),
        levels=(
            Level(key="areas", label="Área clave de interés"),
            Level(key="objectives", label="Objetivo estratégico"),
            Level(key="projects", label="Proyecto"),
        ),
        frameworks=(
            Framework(
                id="icann-2012",
                title="Plan Estratégico de la ICANN 2012-2015",
                codes=(
                    ("A", "Seguridad y estabilidad"),
                    ("B", "Operaciones centrales"),
                    ("C", "Competencia"),
                ),
            ),
            Framework(id="ods", title="Objetivos de Desarrollo Sostenible"),
        ),
        sources=("https://icannlac.org/EN/strategic-plan", "Acta de Montevideo, febrero de 2013"),
        extra={"x-editor": "Secretaría"},
        items=(political(), economic()),
    )


def political() -> Item:
    """An area whose objectives have no projects."""
    agreements = Indicator(
        id="agreements",
        title="Acuerdos firmados",
        unit="acuerdos",
        baseline=Decimal(2),
        target=Decimal(6),
        due=day("2016-12-31"),
        verification="https://icannlac.org/acuerdos",
        measurements=(
            Measurement(
                start=day("2013"), end=day("2014"), target=Decimal(3), actual=Decimal("3.5")
            ),
        ),
        extra={"x-origin": "taller"},
    )
    organizations = Item(
        id="regional-organizations",
        level=1,
        code="1.1",
        title="Vínculo con organizaciones regionales",
        lead="ICANN",
        start=day("2013-04"),
        status="active",
        rationale="Sin ellas no hay continuidad.",
        indicators=(agreements, Indicator(id="funds", title="Fondos", target=Decimal("1250000"))),
        countries=("UY", "BR"),
        aligns=("icann-2012:B",),
        tags=("gobiernos", "alianzas"),
    )
    accountability = Item(
        id="accountability",
        level=1,
        code="1.5",
        title="Rendición de cuentas",
        aligns=("icann-2012:B", "uit-2012:x"),
        replaces=("lac-2012#accountability",),
        notes="El código 1.4 quedó vacante: *no se renumera*.",
    )
    return Item(
        id="political",
        code="1",
        title="Asuntos políticos",
        description="Relación con organizaciones y gobiernos.",
        opportunities=("Hay mandatos.", "1. Hay [foros](https://www.lacigf.org/)"),
        challenges=("Los ciclos políticos son cortos.",),
        items=(organizations, accountability),
    )


def economic() -> Item:
    """An area whose objectives have projects."""
    liaison = Item(
        id="liaison",
        level=2,
        code="4.3.1",
        title="Oficina de enlace",
        lead="ICANN",
        start=day("2014-08"),
        end=day("2015-08"),
        status="done",
        description="Difunde información sobre:\n\n1. la industria del DNS;\n2. los nuevos gTLD.",
        partners=("LACNIC", "LACTLD"),
        budget=Budget(amount=Decimal("80000.5"), currency="USD"),
    )
    fast_track = Item(
        id="fast-track",
        level=2,
        code="4.3.3",
        title="Vía rápida: acreditación con requisitos reducidos",
        start=day("2014-08"),
        status="proposed",
        opportunities=("Más registradores",),
        extra={"x-risk": {"level": "alto", "why": ["costo", "plazo"]}},
    )
    registrars = Item(
        id="registrars",
        level=1,
        code="4.3",
        title="Acreditación de registradores",
        stakeholders=(Stakeholder(name="LACNIC", role="anfitrión"), Stakeholder(name="LACTLD")),
        aligns=("icann-2012:C",),
        items=(liaison, fast_track),
    )
    study = Item(id="study", level=2, title="Estudio del estado del arte", end=day("2016-06"))
    training = Item(
        id="training",
        level=2,
        title="Formación de panelistas",
        start=day("2015-06"),
        end=day("2016-06"),
        status="dropped",
    )
    disputes = Item(
        id="disputes",
        level=1,
        code="4.5",
        title="Resolución de disputas",
        aligns=("icann-2012:C", "icann-2012:A"),
        items=(study, training),
    )
    return Item(
        id="economic",
        code="4",
        title="Asuntos económicos",
        budget=Budget(amount=Decimal(1500000), currency="USD"),
        items=(registrars, disputes),
    )


def day(text: str) -> PartialDate:
    """A date as a draft writes it."""
    return PartialDate.parse(text)
