"""The matrix that holds until an organisation decides its own. An example of ours, nobody's rule.

Five by five with red from 15 and yellow from 6 is a common form, and no law says so.
"""

from styrk.risks.scale import Dimension, Limit, Scale, Step
from styrk.risks.states import Authority, Zone

NAME = "Eksempelmatrise fra Styrk"
EXAMPLE = Scale(
    likelihoods=(
        Step("Svært sjelden", "Sjeldnere enn hvert tiende år"),
        Step("Sjelden", "Med noen års mellomrom"),
        Step("Av og til", "Omtrent hvert år"),
        Step("Ofte", "Omtrent hver måned"),
        Step("Svært ofte", "Hver uke eller oftere"),
    ),
    levels=("Ubetydelig", "Liten", "Moderat", "Alvorlig", "Svært alvorlig"),
    dimensions=(
        Dimension(
            "patient",
            "Pasient og bruker",
            (
                "Litt ubehag, ingen skade",
                "Lett skade som går over av seg selv",
                "Skade som trenger behandling eller lengre opphold",
                "Varig skade, eller livet er i fare",
                "Død, eller varig skade på flere",
            ),
        ),
        Dimension(
            "staff",
            "Ansatt",
            (
                "Ubehag uten fravær",
                "Lett skade eller noen dagers fravær",
                "Skade eller belastning med lengre fravær",
                "Varig skade eller uførhet",
                "Død, eller varig skade på flere",
            ),
        ),
        Dimension(
            "money",
            "Økonomi",
            (
                "Under 100 000 kroner",
                "100 000 til 1 million kroner",
                "1 til 10 millioner kroner",
                "10 til 50 millioner kroner",
                "Over 50 millioner kroner",
            ),
        ),
        Dimension(
            "reputation",
            "Omdømme",
            (
                "Merkes bare i enheten",
                "Noen få reagerer",
                "Oppslag lokalt, flere klager",
                "Oppslag nasjonalt, tilsynet spør",
                "Pasienter velger oss bort, tilliten er borte lenge",
            ),
        ),
        Dimension(
            "running",
            "Drift",
            (
                "Merkes ikke av pasientene",
                "Forsinkelser i noen timer",
                "Behandling blir utsatt i dager",
                "Et tilbud står stille i dager",
                "Flere tilbud står stille, eller ett i uker",
            ),
        ),
    ),
    limits=(
        Limit(Zone.GREEN, 1, Authority.UNIT),
        Limit(Zone.YELLOW, 6, Authority.UNIT),
        Limit(Zone.RED, 15, Authority.TOP),
    ),
)
