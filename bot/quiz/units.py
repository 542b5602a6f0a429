"""Units as people write them in both languages, and what one of them is of another."""

UNITS: dict[str, tuple[str, ...]] = {
    "mb": ("mb", "메가바이트", "메가", "엠비", "megabytes", "megabyte", "megs", "mib"),
    "gb": ("gb", "기가바이트", "기가", "지비", "gigabytes", "gigabyte", "gigs", "gib"),
    "kb": ("kb", "킬로바이트", "kilobytes", "kilobyte", "kib"),
    "tb": ("tb", "테라바이트", "테라", "terabytes", "terabyte"),
    "byte": ("바이트", "bytes", "byte"),
    "bit": ("비트", "bits", "bit"),
    "%": ("%", "퍼센트", "프로", "percent", "per cent"),
    "%p": ("%p", "%포인트", "퍼센트포인트"),
    "km": ("km", "킬로미터", "kilometers", "kilometres", "kilometer", "kilometre"),
    "m": ("m", "미터", "meters", "metres", "meter", "metre"),
    "cm": ("cm", "센티미터", "센티"),
    "mm": ("mm", "밀리미터"),
    "kg": ("kg", "킬로그램", "kilograms", "kilogram"),
    "g": ("g", "그램", "grams", "gram"),
    "l": ("l", "리터", "liters", "litres", "liter", "litre"),
    "ms": ("ms", "밀리초", "milliseconds", "millisecond"),
    "s": ("초", "seconds", "second", "sec", "s"),
    "min": ("분", "minutes", "minute", "min"),
    "h": ("시간", "hours", "hour"),
    "hz": ("hz", "헤르츠"),
    "ghz": ("ghz", "기가헤르츠"),
    "v": ("v", "볼트", "volts", "volt"),
    "day": ("일", "날", "days", "day"),
    "week": ("주일", "주", "weeks", "week"),
    "month": ("월",),
    "months": ("개월", "달", "months", "month"),
    "year": ("년", "years", "year"),
    "century": ("세기", "th century", "st century", "nd century", "century", "c"),
    "°": ("도", "°", "degrees", "degree"),
    "°c": ("°c", "celsius", "도씨"),
    "°f": ("°f", "fahrenheit"),
    "kelvin": ("k", "켈빈"),
    "won": ("원", "won"),
    "dollar": ("달러", "불", "dollars", "dollar"),
    "pair": ("쌍", "켤레", "pairs", "pair"),
    "time": ("배", "times"),
    "nth": ("번째", "위", "등"),
    "": ("가지", "개", "명", "종류", "사람", "번", "군데", "곳", "players", "people", "kinds"),
    "per-s": ("초속",),
    "per-h": ("시속",),
    "per-min": ("분속",),
    "bc": ("기원전", "bc"),
    "ad": ("서기", "ad"),
    "minus": ("영하", "마이너스", "minus"),
    "c": ("섭씨",),
    "f": ("화씨",),
}
# What everybody converts; bits and bytes are left alone, as 1 KB is 1,000 or 1,024 bytes.
SCALES = {
    unit: (smallest, times)
    for smallest, units in {
        "ms": {"ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000},
        "mm": {"mm": 1, "cm": 10, "m": 1000, "km": 1_000_000},
        "g": {"g": 1, "kg": 1000},
    }.items()
    for unit, times in units.items()
}
UNIT_OF = {word: unit for unit, words in UNITS.items() for word in words}
