"""Hosts of well-known news sites and the outlets' names.

Source: the mastheads of the sites themselves.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HOSTS = """
abc.net.au=ABC News (Australia)
abcnews.go.com=ABC News
aa.com.tr=Anadolu Agency
afp.com=AFP
aljazeera.com=Al Jazeera
ansa.it=ANSA
ap.org=The Associated Press
apnews.com=The Associated Press
arabnews.com=Arab News
axios.com=Axios
bangkokpost.com=Bangkok Post
bbc.co.uk=BBC News
bbc.com=BBC News
bloomberg.com=Bloomberg
bostonglobe.com=The Boston Globe
bostonherald.com=Boston Herald
breitbart.com=Breitbart
businessinsider.com=Business Insider
caixinglobal.com=Caixin Global
cbc.ca=CBC News
cbsnews.com=CBS News
cgtn.com=CGTN
channelnewsasia.com=CNA
chicagotribune.com=Chicago Tribune
chinadaily.com.cn=China Daily
cnbc.com=CNBC
cnn.com=CNN
csmonitor.com=The Christian Science Monitor
dailymail.co.uk=Daily Mail
dailysabah.com=Daily Sabah
dawn.com=Dawn
dw.com=Deutsche Welle
economist.com=The Economist
euractiv.com=Euractiv
euronews.com=Euronews
express.co.uk=Daily Express
eng.belta.by=BelTA
fmprc.gov.cn=Chinese Foreign Ministry
foreignpolicy.com=Foreign Policy
foxnews.com=Fox News
france24.com=France 24
ft.com=Financial Times
globaltimes.cn=Global Times
haaretz.com=Haaretz
hindustantimes.com=Hindustan Times
huffingtonpost.com=HuffPost
huffpost.com=HuffPost
independent.co.uk=The Independent
indianexpress.com=The Indian Express
interfax.com=Interfax
interfax.com.ua=Interfax-Ukraine
irishtimes.com=The Irish Times
japantimes.co.jp=The Japan Times
jpost.com=The Jerusalem Post
koreaherald.com=The Korea Herald
koreatimes.co.kr=The Korea Times
kremlin.ru=Kremlin
kyivindependent.com=The Kyiv Independent
kyivpost.com=Kyiv Post
kyodonews.net=Kyodo News
latimes.com=Los Angeles Times
lemonde.fr=Le Monde
mfa.gov.cn=Chinese Foreign Ministry
meduza.io=Meduza
mid.ru=Russian Foreign Ministry
msnbc.com=MSNBC
ndtv.com=NDTV
news.un.org=UN News
news.cn=Xinhua
newsmax.com=Newsmax
newsweek.com=Newsweek
newyorker.com=The New Yorker
nbcnews.com=NBC News
npr.org=NPR
nypost.com=New York Post
nytimes.com=The New York Times
pbs.org=PBS
politico.com=Politico
politico.eu=Politico Europe
pravda.com.ua=Ukrainska Pravda
president.gov.ua=President of Ukraine
reuters.com=Reuters
rferl.org=Radio Free Europe/Radio Liberty
rt.com=RT
scmp.com=South China Morning Post
sky.com=Sky News
news.sky.com=Sky News
spiegel.de=Der Spiegel
sputnikglobe.com=Sputnik
sputniknews.com=Sputnik
state.gov=US State Department
straitstimes.com=The Straits Times
tass.com=TASS
tass.ru=TASS
telegraph.co.uk=The Telegraph
theatlantic.com=The Atlantic
theguardian.com=The Guardian
thehill.com=The Hill
thehindu.com=The Hindu
themoscowtimes.com=The Moscow Times
thetimes.co.uk=The Times
time.com=Time
timesofindia.indiatimes.com=The Times of India
ukrinform.net=Ukrinform
un.org=United Nations
unian.info=Unian
usatoday.com=USA Today
usnews.com=U.S. News & World Report
voanews.com=Voice of America
vox.com=Vox
washingtonpost.com=The Washington Post
washingtontimes.com=The Washington Times
whitehouse.gov=White House
wsj.com=The Wall Street Journal
xinhuanet.com=Xinhua
yahoo.com=Yahoo News
yna.co.kr=Yonhap News Agency
"""

OUTLETS: dict[str, str] = dict(row.split("=", 1) for row in _HOSTS.strip().splitlines())
"""Host, without "www", to the outlet's name."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)


def known_outlet(host: str) -> str | None:
    """The outlet of a host in the table; sub-domains count ("edition.cnn.com" is CNN's)."""
    parts = host.casefold().split(".")
    for start in range(len(parts) - 1):
        name = OUTLETS.get(".".join(parts[start:]))
        if name is not None:
            return name
    return None


def host_of(url: str) -> str | None:
    """The host of an address, without "www"; None for what is no address."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    if host is None or not _HOST.fullmatch(host):
        return None
    return host.removeprefix("www.").casefold()


def outlet_of_address(url: str) -> str | None:
    """The outlet's name by the address: from the table, else the host without "www"."""
    host = host_of(url)
    return None if host is None else known_outlet(host) or host


def outlet_name(value: str) -> str:
    """The outlet as a record names it; a bare host ("cnn.com", "yahoo.com/news") by its name."""
    if " " not in value and _HOST.match(value):
        return outlet_of_address(value) or value
    return value
