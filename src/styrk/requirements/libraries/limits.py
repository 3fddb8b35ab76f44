"""How much a file may hold. Real libraries are far below; what is above is refused unread."""

MEGABYTE = 1024 * 1024

MAX_BYTES = 50 * MEGABYTE
MAX_TEXT_BYTES = 20 * MEGABYTE  # YAML and JSON

# Values in a YAML or JSON file, each alias counted as what it stands for.
MAX_VALUES = 1_000_000
MAX_NESTING = 100
MAX_DIGITS = 300  # of a whole number

# A spreadsheet is a zip file: its parts, and what they unpack to.
MAX_PARTS = 1_000
MAX_UNPACKED_BYTES = 100 * MEGABYTE
MAX_RATIO = 150  # unpacked to packed, for what is larger than the next
SMALL_ENOUGH_BYTES = 5 * MEGABYTE
MAX_TAGS = 4_000_000  # in all its XML
MAX_SHEETS = 60
MAX_ROWS = 60_000
MAX_COLUMNS = 200
LAST_ROW_OF_EXCEL = 1_048_576
MAX_CELL_UNITS = 32_767  # UTF-16 units in one cell of Excel

MAX_ITEMS = 20_000
MAX_LEVELS = 20  # requirements under requirements

MAX_PROBLEMS = 200  # told about one file
