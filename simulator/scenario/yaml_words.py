"""What our readers say, in both languages, when a file is not the YAML we can play."""

Pair = tuple[str, str]

TOO_BIG: Pair = (
    "le fichier dépasse 8 Mo ; un scénario tient en 100 ko : est-ce le bon fichier ?",
    "the file is larger than 8 MB; a scenario takes 100 kB: is it the right file?",
)
TOO_DEEP: Pair = (
    "plus de 40 niveaux imbriqués ; un scénario en a moins de 10 : vérifier les crochets",
    "more than 40 levels inside each other; a scenario has fewer than 10: check the brackets",
)
TOO_MANY: Pair = (
    "plus de 200 000 valeurs dans le fichier ; un scénario en a quelques milliers : l'alléger",
    "more than 200,000 values in the file; a scenario has a few thousand: make it smaller",
)
NOT_UTF8: Pair = (
    "ce n'est pas du texte UTF-8 ; enregistrer le fichier en UTF-8 sans BOM",
    "this is not UTF-8 text; save the file as UTF-8 without BOM",
)
BYTE_ORDER_MARK: Pair = (
    "une marque d'ordre des octets (BOM) s'y cache ; enregistrer en UTF-8 sans BOM",
    "a byte-order mark (BOM) hides here; save the file as UTF-8 without BOM",
)
TAB: Pair = (
    "une tabulation n'est pas permise ; mettre des espaces",
    "a tab is not allowed; use spaces",
)
BAD_ESCAPE: Pair = (
    "une barre « \\ » entre guillemets doubles n'y a pas de sens ; la doubler ou l'enlever",
    "a '\\' in double quotes makes no sense here; double it or take it away",
)
SECOND_DOCUMENT: Pair = (
    "un second document commence (« --- ») ; un fichier n'en contient qu'un",
    "a second document starts ('---'); a file holds only one",
)
ALIAS: Pair = (
    "les renvois YAML (« *nom ») ne sont pas permis ; répéter la valeur",
    "YAML aliases ('*name') are not allowed; repeat the value",
)
ANCHOR: Pair = (
    "l'ancre YAML « &{name} » n'est pas permise ; la supprimer",
    "the YAML anchor '&{name}' is not allowed; delete it",
)
TAG: Pair = (
    "l'étiquette YAML « {tag} » n'est pas permise ; la supprimer",
    "the YAML tag '{tag}' is not allowed; delete it",
)
DUPLICATE: Pair = (
    "la clé « {key} » est déjà donnée à la ligne {line} ; n'en garder qu'une",
    "the key '{key}' is already given on line {line}; keep only one",
)
KEY_NOT_TEXT: Pair = (
    "{key} ne peut pas être une clé ; une clé est un mot, au besoin entre guillemets",
    "{key} cannot be a key; a key is a word, in quotes if need be",
)
KEY_IS_GROUP: Pair = (
    "un groupe, une liste ou un renvoi ne peut pas être une clé ; une clé est un mot",
    "a group, a list or an alias cannot be a key; a key is a word",
)

# What PyYAML says, compiled or not (a part of its sentence), and what we say instead.
_SAID: tuple[tuple[str, Pair], ...] = (
    (
        "mapping values are not allowed",
        (
            "« : » ne va pas ici ; mettre le texte entre guillemets, ou revoir l'alignement",
            "':' does not belong here; put the text in quotes, or check the indentation",
        ),
    ),
    (
        "could not find expected ':'",
        (
            "il manque « : » après une clé ; écrire « clé: valeur »",
            "a ':' is missing after a key; write 'key: value'",
        ),
    ),
    (
        "unexpected end of stream",
        (
            "un guillemet ouvert n'est pas refermé ; le refermer",
            "a quotation mark is opened and never closed; close it",
        ),
    ),
    (
        "cannot start any token",
        (
            "une valeur ne peut pas commencer par ce signe ; mettre le texte entre guillemets",
            "a value cannot begin with this sign; put the text in quotes",
        ),
    ),
    ("escape c", BAD_ESCAPE),
    (
        "' or '",
        (
            "un crochet ou une accolade n'est pas refermé, ou une virgule manque",
            "a bracket or a brace is not closed, or a comma is missing",
        ),
    ),
)
_OTHERWISE: Pair = (
    "le YAML ne se lit pas ici ; revoir l'alignement, les tirets et les guillemets de cette ligne"
    " et de la précédente",
    "the YAML cannot be read here; check the indentation, dashes and quotes of this line and of"
    " the one before",
)


def explained(problem: str) -> Pair:
    """Return our words for what the YAML parser said."""
    return next((ours for theirs, ours in _SAID if theirs in problem), _OTHERWISE)
