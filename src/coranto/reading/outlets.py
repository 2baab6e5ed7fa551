"""Hosts of well-known news sites and the outlets' names.

Source: the mastheads of the sites themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

_HOSTS = """
aa.com.tr=Anadolu Agency
abc.net.au=ABC News (Australia)
abcnews.go.com=ABC News
afp.com=AFP
al-monitor.com=Al-Monitor
alahednews.com.lb=Al-Ahed News
alarabiya.net=Al Arabiya
aljazeera.com=Al Jazeera
almayadeen.net=Al Mayadeen
ansa.it=ANSA
antaranews.com=Antara
ap.org=The Associated Press
apnews.com=The Associated Press
arabnews.com=Arab News
asharq.com=Asharq News
axios.com=Axios
bangkokpost.com=Bangkok Post
barrons.com=Barron's
bbc.co.uk=BBC News
bbc.com=BBC News
bernama.com=Bernama
bloomberg.com=Bloomberg
bostonglobe.com=The Boston Globe
bostonherald.com=Boston Herald
brecorder.com=Business Recorder
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
dpa-international.com=dpa
dunyanews.tv=Dunya News
dw.com=Deutsche Welle
economist.com=The Economist
eng.belta.by=BelTA
english.aawsat.com=Asharq Al-Awsat
euractiv.com=Euractiv
euronews.com=Euronews
express.co.uk=Daily Express
fmprc.gov.cn=Chinese Foreign Ministry
foreignpolicy.com=Foreign Policy
foxnews.com=Fox News
france24.com=France 24
ft.com=Financial Times
geo.tv=Geo News
globalnews.ca=Global News
globaltimes.cn=Global Times
gulfnews.com=Gulf News
haaretz.com=Haaretz
hindustantimes.com=Hindustan Times
huffingtonpost.com=HuffPost
huffpost.com=HuffPost
hurriyetdailynews.com=Hürriyet Daily News
independent.co.uk=The Independent
indianexpress.com=The Indian Express
inquirer.net=Philippine Daily Inquirer
insiderpaper.com=Insider Paper
interfax.com.ua=Interfax-Ukraine
interfax.com=Interfax
iranintl.com=Iran International
irishexaminer.com=Irish Examiner
irishtimes.com=The Irish Times
irna.ir=IRNA
japantimes.co.jp=The Japan Times
jpost.com=The Jerusalem Post
khaleejtimes.com=Khaleej Times
koreaherald.com=The Korea Herald
koreatimes.co.kr=The Korea Times
kremlin.ru=Kremlin
kyivindependent.com=The Kyiv Independent
kyivpost.com=Kyiv Post
kyodonews.net=Kyodo News
latimes.com=Los Angeles Times
lemonde.fr=Le Monde
marketwatch.com=MarketWatch
meduza.io=Meduza
mehrnews.com=Mehr News Agency
mfa.gov.cn=Chinese Foreign Ministry
mid.ru=Russian Foreign Ministry
middleeasteye.net=Middle East Eye
msnbc.com=MSNBC
nasdaq.com=Nasdaq
nbcnews.com=NBC News
ndtv.com=NDTV
news.cn=Xinhua
news.sky.com=Sky News
news.un.org=UN News
newsmax.com=Newsmax
newsweek.com=Newsweek
newyorker.com=The New Yorker
nikkei.com=Nikkei Asia
npr.org=NPR
nypost.com=New York Post
nytimes.com=The New York Times
pbs.org=PBS
philstar.com=The Philippine Star
politico.com=Politico
politico.eu=Politico Europe
pravda.com.ua=Ukrainska Pravda
president.gov.ua=President of Ukraine
presstv.ir=Press TV
rappler.com=Rappler
reuters.com=Reuters
rferl.org=Radio Free Europe/Radio Liberty
rt.com=RT
saudigazette.com.sa=Saudi Gazette
scmp.com=South China Morning Post
sky.com=Sky News
smh.com.au=The Sydney Morning Herald
spa.gov.sa=SPA
spiegel.de=Der Spiegel
sputnikglobe.com=Sputnik
sputniknews.com=Sputnik
state.gov=US State Department
straitstimes.com=The Straits Times
swissinfo.ch=Swissinfo
tasnimnews.com=Tasnim News Agency
tass.com=TASS
tass.ru=TASS
tehrantimes.com=Tehran Times
telegraph.co.uk=The Telegraph
theatlantic.com=The Atlantic
thediplomat.com=The Diplomat
theguardian.com=The Guardian
thehill.com=The Hill
thehindu.com=The Hindu
thejakartapost.com=The Jakarta Post
themoscowtimes.com=The Moscow Times
thenationalnews.com=The National
thenews.com.pk=The News International
thetimes.co.uk=The Times
time.com=Time
timesofindia.indiatimes.com=The Times of India
timesofisrael.com=The Times of Israel
tribune.com.pk=The Express Tribune
trtworld.com=TRT World
ukrinform.net=Ukrinform
un.org=United Nations
unian.info=Unian
upi.com=UPI
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

# Second-level labels of hosts that are also words a file may be called by.
_COMMON_WORDS = frozenset(
    """
asharq express geo global independent inquirer mid mirror news observer politico post president
sky state tass telegraph time times tribune vox
""".split()
)
_SECOND_LEVEL = frozenset(("ac", "co", "com", "gov", "org"))
_FILE_WORDS = re.compile(r"[^\W_]+")

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


def outlet_of_file_name(name: str) -> str | None:
    """The outlet whose site a file is named after ("thehill.txt", "rferl_march.html"), or None.

    Exactly one known site must be named, by a label of its own and no common word.
    """
    words = {word.casefold() for word in _FILE_WORDS.findall(name.partition(".")[0])}
    found = {outlet for label, outlet in _labels().items() if label in words}
    return found.pop() if len(found) == 1 else None


@cache
def _labels() -> dict[str, str]:
    made: dict[str, str] = {}
    for host, outlet in OUTLETS.items():
        parts = host.split(".")
        label = parts[-3] if len(parts) > 2 and parts[-2] in _SECOND_LEVEL else parts[-2]
        if len(label) >= 4 and label not in _COMMON_WORDS:
            made[label] = outlet
    return made


def named_sites(names: Iterable[str]) -> dict[str, str]:
    """The bare hosts among outlets' ``names``, each with the name that another one spells out.

    "harbour-courier.example" is The Harbour Courier where some report says so.
    """
    spelled: dict[str, str] = {}
    hosts = []
    for name in sorted(set(names)):
        if host_of(name) == name:
            hosts.append(name)
        else:
            spelled.setdefault(_squeezed(name), name)
    labels = {host: _squeezed(host.split(".")[0]) for host in hosts}
    return {host: spelled[label] for host, label in labels.items() if label in spelled}


def _squeezed(name: str) -> str:
    return "".join(_FILE_WORDS.findall(name.casefold().removeprefix("the ")))


def outlet_name(value: str) -> str:
    """The outlet as a record names it; a bare host ("cnn.com", "yahoo.com/news") by its name."""
    if " " not in value and _HOST.match(value):
        return outlet_of_address(value) or value
    return value
