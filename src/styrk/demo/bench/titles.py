"""The names of the works, for whoever must not import what they are made of."""

WORKS = {
    "charts": "Styringsdiagrammer",
    "series": "Serier lest på én gang",
    "tertial": "Tertialrapport til PDF",
    "recurring": "Meldinger som går igjen",
    "alike": "Likhet mot fasit",
    "night": "Forskriftskart for alle enheter",
}
