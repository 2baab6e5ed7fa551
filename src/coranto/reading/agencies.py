"""News agencies and the names that reports credit them by.

Source: the agencies' own names for themselves (their style guides and mastheads).
"""

from __future__ import annotations

import re

AGENCIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("AFP", ("AFP", "Agence France-Presse", "Agence France Presse", "AFP-JIJI")),
    ("AP", ("AP", "Associated Press", "ASSOCIATED PRESS")),
    ("Reuters", ("Reuters", "REUTERS", "Thomson Reuters", "Thomson/Reuters")),
    ("TASS", ("TASS", "Tass", "ITAR-TASS", "Itar-Tass")),
    ("RIA Novosti", ("RIA Novosti", "RIA", "RIA-Novosti")),
    ("Interfax", ("Interfax", "Interfax-Ukraine", "INTERFAX")),
    ("Sputnik", ("Sputnik", "SPUTNIK")),
    ("Xinhua", ("Xinhua", "Xinhua News Agency", "XINHUA")),
    ("China News Service", ("China News Service", "CNS")),
    ("dpa", ("dpa", "DPA", "Deutsche Presse-Agentur")),
    ("Kyodo", ("Kyodo", "Kyodo News", "KYODO")),
    ("Jiji", ("Jiji", "Jiji Press", "JIJI")),
    ("Yonhap", ("Yonhap", "Yonhap News Agency", "YONHAP")),
    ("KCNA", ("KCNA", "Korean Central News Agency")),
    ("ANSA", ("ANSA", "Ansa")),
    ("EFE", ("EFE", "Agencia EFE", "EFE-EPA")),
    ("Anadolu", ("Anadolu", "AA", "Anadolu Agency", "Anadolu Ajansi", "Anadolu Ajansı")),
    ("PTI", ("PTI", "Press Trust of India")),
    ("ANI", ("ANI", "Asian News International")),
    ("IANS", ("IANS", "Indo-Asian News Service")),
    ("UPI", ("UPI", "United Press International")),
    ("PA", ("PA Media", "Press Association", "PA")),
    ("Canadian Press", ("Canadian Press", "CP")),
    ("AAP", ("AAP", "Australian Associated Press")),
    ("Bloomberg", ("Bloomberg", "Bloomberg News", "BLOOMBERG")),
    ("CNN", ("CNN", "CNN Wire", "CNN Wires", "CNN NewSource", "CNN Newsource")),
    ("Ukrinform", ("Ukrinform", "UKRINFORM")),
    ("Unian", ("Unian", "UNIAN")),
    ("BelTA", ("BelTA", "BELTA")),
    ("PAP", ("PAP", "Polish Press Agency")),
    ("CTK", ("CTK", "ČTK")),
    ("MTI", ("MTI",)),
    ("APA", ("APA", "Austria Press Agency")),
    ("STT", ("STT", "STT-Lehtikuva")),
    ("TT", ("TT News Agency",)),
    ("NTB", ("NTB",)),
    ("Ritzau", ("Ritzau",)),
    ("BNS", ("BNS", "Baltic News Service")),
    ("Lusa", ("Lusa",)),
    ("Keystone-SDA", ("Keystone-SDA",)),
    ("IRNA", ("IRNA", "Islamic Republic News Agency")),
    ("SANA", ("SANA",)),
    ("WAM", ("WAM",)),
    ("SPA", ("SPA", "Saudi Press Agency")),
    ("MENA", ("MENA", "Middle East News Agency")),
    ("Bernama", ("Bernama", "BERNAMA")),
    ("Antara", ("Antara",)),
    ("VNA", ("VNA", "Vietnam News Agency")),
    ("APP", ("APP", "Associated Press of Pakistan")),
    ("Tanjug", ("Tanjug", "TANJUG")),
    ("HINA", ("HINA",)),
    ("FENA", ("FENA",)),
    ("MIA", ("MIA", "Media Information Agency")),
    ("ATA", ("Albanian Telegraphic Agency",)),
    ("BTA", ("BTA", "Bulgarian News Agency")),
    ("Agerpres", ("Agerpres", "AGERPRES")),
    ("Belga", ("Belga",)),
    ("ANP", ("ANP",)),
    ("LETA", ("LETA",)),
    ("ELTA", ("ELTA",)),
    ("Azertac", ("Azertac", "AZERTAC")),
    ("Armenpress", ("Armenpress", "ARMENPRESS")),
    ("Kazinform", ("Kazinform",)),
    ("Tasnim", ("Tasnim", "Tasnim News Agency")),
    ("Fars", ("Fars News Agency", "Fars News")),
    ("Mehr", ("Mehr News Agency", "Mehr News")),
    ("ISNA", ("ISNA", "Iranian Students' News Agency", "Iranian Students’ News Agency")),
    ("KUNA", ("KUNA", "Kuwait News Agency")),
    ("QNA", ("QNA", "Qatar News Agency")),
    ("WAFA", ("WAFA", "Wafa")),
    ("APS", ("Algeria Press Service",)),
    ("PNA", ("Philippine News Agency",)),
    ("NAN", ("News Agency of Nigeria",)),
    ("ENA", ("Ethiopian News Agency",)),
    ("Prensa Latina", ("Prensa Latina",)),
    ("Agência Brasil", ("Agência Brasil", "Agencia Brasil")),
)
"""Canonical short name, and every name that a credit uses; case counts (short names are words)."""

CANONICAL: dict[str, str] = {alias: name for name, aliases in AGENCIES for alias in aliases}

AGENCY = "(?:" + "|".join(sorted(map(re.escape, CANONICAL), key=len, reverse=True)) + r")(?![\w-])"
"""A pattern for any agency's name; to be used with case."""

UNNAMED = "agencies"
"""The credit of a report "with inputs from agencies" that names none."""
