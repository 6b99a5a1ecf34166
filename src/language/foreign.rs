//! The commonest words of languages that news is often written in: by which a text of theirs is distinguished from one that a pack may read.

/// Languages without a pack, by the primary subtags of their BCP 47 tags, and words that stand in nearly every text of each. What several
/// of them share with English (“was”, “die”, “in”) is left out.
pub(super) static FOREIGN: [(&str, &[&str]); 15] = [
    ("af", &["het", "nie", "en", "wat", "van", "hy", "om", "te", "sy", "vir", "ook"]),
    ("cs", &["se", "na", "je", "že", "ve", "jako", "podle", "které", "která", "jsou", "byl"]),
    ("da", &["og", "det", "er", "den", "til", "som", "af", "ikke", "har", "på", "med", "der"]),
    (
        "de",
        &["der", "und", "den", "das", "von", "ist", "nicht", "mit", "sich", "auf", "dem", "ein", "eine", "für", "zu"],
    ),
    ("es", &["de", "la", "que", "el", "en", "los", "del", "las", "por", "una", "para", "con", "se"]),
    ("fi", &["ja", "oli", "että", "ovat", "hän", "mutta", "myös", "kuin", "joka", "ei", "se", "mukaan"]),
    ("fr", &["de", "la", "le", "les", "et", "des", "en", "une", "du", "dans", "est", "que", "pour", "il", "au"]),
    ("id", &["yang", "dan", "di", "dengan", "untuk", "dari", "ini", "itu", "pada", "tidak", "dalam", "akan"]),
    ("it", &["di", "che", "il", "la", "della", "per", "un", "una", "non", "del", "con", "è", "gli", "alla"]),
    ("nl", &["de", "het", "van", "een", "en", "dat", "niet", "zijn", "voor", "met", "op", "te", "hij", "ook"]),
    ("pl", &["na", "się", "nie", "do", "jest", "że", "od", "przez", "oraz", "jak"]),
    ("pt", &["de", "que", "da", "do", "em", "para", "um", "uma", "não", "os", "com", "na", "dos"]),
    ("ro", &["de", "și", "în", "la", "cu", "nu", "din", "pe", "care", "este", "pentru", "că"]),
    ("sv", &["och", "att", "det", "som", "en", "på", "är", "av", "för", "till", "med", "inte", "den"]),
    ("tr", &["ve", "bir", "bu", "için", "de", "da", "ile", "olarak", "olan", "çok", "daha", "gibi"]),
];
