"""Tables of furniture: what pages put around and into a report, with the reason for each.

Source: the furniture seen in saved pages of about a hundred English-language
news sites, described by kind. A pattern of ``LINES`` must match a whole
paragraph, so that no sentence of a report is taken for furniture because it
holds the same words. All patterns ignore case unless they say otherwise.
"""

from __future__ import annotations

import re
from typing import NamedTuple

APPEAL = "appeal for money"
ADVERTISEMENT = "advertisement"
TEASER = "teaser of another story"
RELATED = "related article"
COMMENTS = "comments"
CORRECTIONS = "correction form"
DESK = "note of the desk"
ADDRESS = "address block"
SHARING = "sharing buttons"
NEWSLETTER = "newsletter"
SUBSCRIPTION = "subscription offer"
PHOTO_CREDIT = "photo credit"
COPYRIGHT = "copyright notice"
CONTROLS = "page controls"
CLOCK = "page clock"
TAGS = "tags"
COOKIES = "cookie notice"
SEPARATOR = "separator"
CODE = "program code"
ABOUT = "about the outlet"
DISCLAIMER = "disclaimer"
EDITORS = "names of reporters and editors"
SECTION = "section name"
CAPTION = "photo caption"
REPEATED = "line repeated"
OUTSIDE = "outside the article"
HEAD_LINE = "head line of the file"

REASONS = (
    APPEAL,
    ADVERTISEMENT,
    TEASER,
    RELATED,
    COMMENTS,
    CORRECTIONS,
    DESK,
    ADDRESS,
    SHARING,
    NEWSLETTER,
    SUBSCRIPTION,
    PHOTO_CREDIT,
    COPYRIGHT,
    CONTROLS,
    CLOCK,
    TAGS,
    COOKIES,
    SEPARATOR,
    CODE,
    ABOUT,
    DISCLAIMER,
    EDITORS,
    SECTION,
    CAPTION,
    REPEATED,
    OUTSIDE,
    HEAD_LINE,
)
"""Every reason that cleaning gives."""

URL = r"(?:https?://|www\.)[^\s<>\"']++"
"""An address as it stands in running text."""

# Who takes and hands out photographs (agency bylines on pictures).
PHOTO_SOURCES = (
    r"(?:the )?(?:associated press|ap(?: photo)?|afp(?:-jiji)?|agence france-presse|reuters|"
    r"getty(?: images)?(?: [a-z]+)?|epa(?:-efe)?|efe|tass|ria novosti|sputnik|xinhua|"
    r"kyodo(?: news)?|"
    r"jiji(?: press)?|yonhap|dpa|ansa|anadolu(?: agency)?|aa|zuma(?: press)?(?: wire)?|upi|"
    r"bloomberg(?: news)?|shutterstock|alamy|rex|wikimedia(?: commons)?|flickr|istock|unsplash|"
    r"pool(?: photo)?|handout|press service|telegram|twitter|facebook|instagram|youtube|x|"
    r"landov|newscom|picture alliance|imago|lehtikuva|tt news agency|ntb(?: scanpix)?|kremlin|"
    r"polaris|magnum|cnp|nurphoto|sipa(?: usa)?|abaca|avn|moskva news agency|kommersant)"
)
# An agency that no table names, by its name: "Harbour Wire", "Baltic News Service".
PHOTO_AGENCY = (
    r"(?-i:(?:The )?(?:[A-Z][\w'’-]*+ ){1,3}?"
    r"(?:(?:News|Photo|Press) (?:Agency|Service)|Wire|Newswire|News|Press|Photos?|Images|Pictures))"
)
EMAIL = r"[\w.+-]++@[\w-]++(?:\.[\w-]++)++"

_WORDS = r"[^\W\d_][\w.'’-]*+"
_NAME = rf"(?-i:[A-Z])[\w.'’-]*+(?: {_WORDS}){{0,4}}"

# With a comma ("Name, Reuters") it may be a byline, so only those known for pictures alone.
_PICTURES_ONLY = (
    r"(?:ap(?: photo)?|(?:afp|ap|epa|reuters)\s?/\s?[\w ]{2,20}|getty(?: images)?|epa(?:-efe)?|"
    r"shutterstock|alamy|lehtikuva)(?:\s*/\s*[\w ]{2,20})?"
)
_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|video|media|credit|(?:photo|image|picture|"
    r"video) credit|"
    r"(?:file|ap|afp|reuters|pool) photo)"
)

_SHARE = (
    r"(?:facebook|twitter|tweet|linked ?in|whats ?app|telegram|messenger|e-?mail(?: this)?|print|"
    r"share|reddit|pinterest|pin(?: it)?|flipboard|tumblr|viber|vkontakte|vk|line|wechat|weibo|"
    r"copy(?: (?:the )?link)?|copied|link|save|bookmark|comments?|connect|more|post|google ?\+|"
    r"buffer|digg|pocket|instagram|youtube|rss|sms|skype|threads|bluesky|mastodon|x|like|via)"
)

# What pages call their parts. Names of countries and cities may be headings within a report.
_UNSAID = r"(?!.*\b(?:said|told|urged|asked|wrote|added|called)\b)"
_GENRE = r"(?:insights?|analysis|opinions?|comment|commentary|views|features|updates|reviews?)"
_SECTION = (
    r"(?:news|world|world news|international|politics|political|global|national|foreign affairs|"
    r"diplomacy|middle east|latest|headlines?|region|top news|breaking news)"
)

SITE_PART = r"(?:[\w&/-]+ ){0,2}(?:News|NEWS|World|Politics|Business|Sports?|Headlines|Opinion)"
"""A part of a site, with case: "Grain News", "World Politics"."""

# --- whole paragraphs ---

LINES: tuple[tuple[str, str], ...] = (
    (ADVERTISEMENT, r"[\W_]*adverti[sz](?:ement|ements|ing)[\W_]*"),
    (
        ADVERTISEMENT,
        r"(?:sponsored|promoted|paid)(?: (?:content|post|stories|links?|by .{1,40}))?:?",
    ),
    (ADVERTISEMENT, r"(?:ads?|partner content|from our (?:partners|sponsors))(?: by .{1,40})?:?"),
    (
        ADVERTISEMENT,
        r"(?:story|article|text|post) (?:continues?|continued) (?:below|after)(?: (?:the |this )?"
        r"(?:adverti[sz]ement|ad|video|gallery|photos?))?[.:]?",
    ),
    (ADVERTISEMENT, r"(?:continue|keep) reading(?: (?:below|the main story|after the ad.*))?[.:]?"),
    (ADVERTISEMENT, r"(?:scroll|swipe) (?:down )?(?:to|for) (?:continue|more|read).{0,40}"),
    (ADVERTISEMENT, r"(?:skip|remove|report this) (?:ads?|adverti[sz]ements?)"),
    # An agency's line on what a take has new (Reuters Handbook of Journalism, slugs).
    (
        DESK,
        r"(?-i:Adds|Updates|Recasts|Repeats|Refiles|Rewrites|ADDS|UPDATES|RECASTS|REPEATS|REFILES)"
        r" (?:with |to add )?(?:more |new |fresh |further |latest )?(?:details?|quotes?|background|"
        r"comments?|context|reaction|analyst|byline|graphic|link|photos?|paragraphs?|statement|"
        r"headline|lead|story)\b[^.!?]{0,90}",
    ),
    (
        CORRECTIONS,
        r"(?:to (?:suggest|request|report|make|submit|send)|for) (?:an? |any )?"
        r"(?:corrections?|clarifications?|errors?|mistakes?)(?: (?:or|and|to) [\w ]{1,30})?,? "
        r"(?:please )?(?:write|e-?mail|contact|click|reach|get in touch|send|use|fill)\b.{0,100}",
    ),
    (
        CORRECTIONS,
        r"(?:please )?(?:send|submit|e-?mail|report) (?:us )?(?:your |any |all )?"
        r"(?:corrections?|clarifications?|errors?)(?: (?:or|and) \w+)? "
        r"(?:to (?:us|our|the (?:[\w'’]+ ){0,4}(?:editors?|desk|newsroom))\b|(?:to|at) \S+@)"
        r".{0,80}",
    ),
    (
        CORRECTIONS,
        r"corrections?(?: and clarifications?| policy)?(?::|(?: may| can| should)? be sent to\b)"
        r" ?(?:please )?(?:write|e-?mail|contact|\S+@|us\b|our\b|the editors?\b).{0,80}",
    ),
    (
        CORRECTIONS,
        r"(?:you can also )?highlight the (?:text|error|mistake).{0,20}press ctrl.{0,30}",
    ),
    (
        CORRECTIONS,
        r"(?:if you (?:have )?(?:found|find|notice[d]?|see)|found|spotted|see|noticed) (?:a|an) "
        r"(?:\w+ )?(?:error|mistake|typo)\b.{0,120}",
    ),
    (CORRECTIONS, r"report (?:an? )?(?:error|typo|correction|mistake).{0,40}"),
    (
        COMMENTS,
        r"(?:view|show|hide|read|see|leave|post|add|write|load)(?: (?:all|the|a|your|more|"
        r"\d+))* comments?"
        r"(?: \(?\d+\)?)?",
    ),
    (COMMENTS, r"(?:\d[\d,]* |no |all )?comments?\s*[:(|]?\s*\d*\)?"),
    (COMMENTS, r"(?:write|be) the first(?: to)? comment.{0,40}"),
    (
        COMMENTS,
        r"(?:click here|sign in|log ?in|register)(?: or \w+)? to (?:post a )?comment.{0,60}",
    ),
    (COMMENTS, r"join the (?:[\w'’]+ )?(?:conversation|discussion)[.!]?"),
    (
        COMMENTS,
        r"(?:to find out more about|please read the) (?:facebook commenting|"
        r"conversation guidelines).{0,120}",
    ),
    (COMMENTS, r"comments are (?:closed|moderated|disabled).{0,160}"),
    (COMMENTS, r"(?:this (?:article|story) has|there are) (?:no|\d+) comments?.{0,60}"),
    (COMMENTS, r"\+?\d+% of readers think this story is fact.{0,60}"),
    (ADDRESS, rf"[\W_]*+(?:{URL}\s*+)++"),
    (ADDRESS, r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|int|eu|co\.uk|ru|cn|de|fr|in)/\S+"),
    (ADDRESS, rf"\W*(?:e-?mails?\s*:\s*)?{EMAIL}(?:[\s,;|/]++{EMAIL})*+\W*"),
    (
        ADDRESS,
        r"(?:original|source|canonical|article|full|short|permanent|perma)?[ -]?(?:url|link|"
        r"address)s?"
        rf"\s*:?\s*(?:{URL}\s*)*",
    ),
    (
        ADDRESS,
        rf"(?:source|retrieved from|read (?:it )?(?:online )?at|available at)\s*:?\s*{URL}\W*",
    ),
    (SHARING, rf"\W*(?:(?>{_SHARE})(?:\s*\d[\d,.]*+k?)?\W*+)++"),
    (SHARING, r"read or share this story\b.{0,60}|\d* ?shares|post to facebook|close share panel"),
    (SHARING, r"(?:fb|g|in)?share(?: (?:fb|g|in)?(?:share|tweet|email|pin)){1,6}"),
    (SHARING, r"share (?:this|on|via|story|article)\b.{0,50}"),
    (
        SHARING,
        r"(?:listen to (?:this )?article\b.{0,20}|\d+ shares?|share this .{0,20})+(?: \w+){0,6}",
    ),
    (SHARING, r"(?:follow|like|find|join) (?:us|me|the author) on\b.{0,80}"),
    (
        SHARING,
        r"follow (?:[\w@.,&'’ -]{2,60}) on (?:facebook|twitter|x|instagram|telegram)\b.{0,200}",
    ),
    (
        SHARING,
        r"(?:connect|stay (?:connected|in touch)|get in touch|keep in touch) with us"
        r"(?: on\b.{0,60})?[.!:]?",
    ),
    (SHARING, r"follow @\w+(?:,? (?:and )?@\w+)*\.?"),
    (
        SHARING,
        r"(?:join|subscribe to|follow) our (?:telegram|whatsapp|youtube|facebook|viber).{0,80}",
    ),
    (SHARING, r"chat with us in facebook messenger.{0,100}"),
    (
        NEWSLETTER,
        r"(?:please |click here to )?(?:sign|signing) up (?:for|to|here|now|today)\b.{0,80}"
        r"(?:newsletters?|updates|alerts|briefing|emails?|inbox)\b.{0,80}",
    ),
    (
        NEWSLETTER,
        r"(?:sign (?:me )?up(?: (?:now|here|today))?|subscribe(?: (?:now|here|today))?)[!.]?",
    ),
    (
        NEWSLETTER,
        r"(?:get|receive|have) .{0,100}(?:in|to|straight to) your (?:e-?mail )?inbox\b.{0,60}",
    ),
    (
        NEWSLETTER,
        r"(?:subscribe|subscribing) to (?:[\w\'’-]+ ){0,6}(?:newsletters?|alerts|mailing list|"
        r"podcast)\b.{0,80}",
    ),
    (NEWSLETTER, r"sign up for .{2,60} to (?:get|receive)\b.{0,120}"),
    (NEWSLETTER, r"thank you for (?:signing up|subscribing)\b.{0,120}"),
    (NEWSLETTER, r"(?:daily|weekly|morning|evening|email|free)? ?newsletters?(?: sign[- ]?up)?:?"),
    (
        NEWSLETTER,
        r"be the first to know\.?|never miss a story.{0,40}|enter your e-?mail(?: address)?.{0,40}",
    ),
    (
        SUBSCRIPTION,
        r"click here (?:to|for) (?:subscribe|reprint|more info|a subscription)\b.{0,80}",
    ),
    (SUBSCRIPTION, r"subscribe (?:for|to get|today for|and get|to continue|to read)\b.{0,120}"),
    (SUBSCRIPTION, r"(?:already|not) a (?:subscriber|member)\b.{0,80}"),
    (SUBSCRIPTION, r"(?:unlimited|full) (?:digital )?access\b.{0,80}"),
    (SUBSCRIPTION, r"try (?:it |one month )?(?:free|for \$?\d).{0,60}"),
    (SUBSCRIPTION, r"to (?:read|continue reading) (?:the full|this) (?:story|article).{0,80}"),
    (
        SUBSCRIPTION,
        r"(?:this (?:article|content|story) is (?:only )?(?:for|available to) (?:subscribers|"
        r"members))"
        r".{0,80}",
    ),
    (SUBSCRIPTION, r"(?:and )?with (?:a|your) digital subscription.{0,120}"),
    (SUBSCRIPTION, r"subscribe to (?:the |our )?(?-i:[A-Z])[\w’' .&-]{2,50}[!.]?"),
    (NEWSLETTER, r"get (?:the|our) [\w’' -]{2,40} newsletters?[!.]?"),
    (NEWSLETTER, r"subscribe (?:today|now|here) (?:to|for)\b.{0,100}"),
    (NEWSLETTER, r"\(?want (?:to get )?this (?:briefing|newsletter) .{0,20}e-?mail\?.{0,60}"),
    (
        NEWSLETTER,
        r"you (?:have successfully|are already|must|are now) (?:subscri|select a newsletter)"
        r"\w*\b.{0,120}",
    ),
    (CONTROLS, r"(?:a|the) link has been sent to\b.{0,60}"),
    (CONTROLS, r"(?:invalid|enter a valid) e-?mail address\b.{0,60}"),
    (CONTROLS, r"please verify (?:that )?you['’]?(?:re| are) not a robot\b.{0,60}"),
    (CONTROLS, r"by clicking .{2,30}you agree to\b.{0,120}"),
    (SUBSCRIPTION, r"already have an account\b.{0,60}"),
    (SUBSCRIPTION, r"(?:log ?in|sign in|register|sign up) to (?:continue|read|keep)\b.{0,60}"),
    (SUBSCRIPTION, r"sign up (?:for )?free\b.{0,40}"),
    (
        SUBSCRIPTION,
        r"you(?: have|['’]ve) (?:reached|read|used|\d+|one|two|three|no) .{0,30}?"
        r"(?:articles?|stories)\b.{0,60}",
    ),
    (
        SUBSCRIPTION,
        r"(?:to )?continue reading(?: this (?:article|story))?,? "
        r"(?:with|subscribe|sign|log|for free)\b.{0,80}",
    ),
    (
        SUBSCRIPTION,
        r"enjoy(?:ing|ed)? (?:this|what you|our)\b.{0,120}"
        r"\b(?:subscri\w+|newsletter|member)\b.{0,80}",
    ),
    (CONTROLS, r"(?:get|download|try) our (?:free |new |mobile |news )*apps?\b.{0,80}"),
    (
        CONTROLS,
        r"(?:thank you|thanks) for (?:reading|visiting)"
        r"(?: (?:(?:this|our|us)\b|the (?-i:[A-Z])).{0,60})?[!.]?",
    ),
    (
        APPEAL,
        r"support (?:our|quality|independent|local|free|trusted|nonprofit|public[- ]interest) "
        r"(?:journalis[mt]s?|reporting|newsroom|media)(?: today| now)?[.!]?"
        r"(?: (?:please )?(?:subscribe|donate|become|join|give)\b.{0,60})?",
    ),
    (
        APPEAL,
        rf"{_UNSAID}(?:please )?(?:become|be) a (?:member|supporter|patron|subscriber)"
        r"(?: (?:today|now|of .{2,40}))?[.!]?",
    ),
    (APPEAL, r"(?:please )?(?:make a donation|donate)(?: (?:now|today|here))?[.!]?"),
    (
        APPEAL,
        rf"{_UNSAID}(?:please )?help us (?:keep|continue|fund|stay|go on|tell|report)\b.{{0,120}}",
    ),
    (
        APPEAL,
        rf"{_UNSAID}your (?:support|donation|contribution|subscription)s? "
        r"(?:makes?|helps?|keeps?|allows?|enables?|funds?|supports?)\b.{0,200}",
    ),
    (
        APPEAL,
        rf"{_UNSAID}(?:please )?consider (?:supporting|making|becoming|subscribing|donating)\b"
        r".{0,200}",
    ),
    (APPEAL, _UNSAID + r"[^\"“”]{0,160}\breaders like you\b[^\"“”]{0,300}"),
    (
        APPEAL,
        rf"{_UNSAID}if you (?:value|enjoy|like|appreciate|found) (?:our|this|what)\b"
        r"[^\"“”]{0,250}\b(?:shar|subscri|donat|support|contribut|member)\w*[^\"“”]{0,100}",
    ),
    (APPEAL, r"since you(?:['’]re| are) here\b[^\"“”]{0,600}"),
    (SUBSCRIPTION, r"no one covers .{0,80}better than we do\b.{0,160}"),
    (PHOTO_CREDIT, r"credit(?-i:[A-Z])[^.!?]{0,80}"),
    (PHOTO_CREDIT, rf"{_NAME}\s*,\s*{_PICTURES_ONLY}"),
    (
        PHOTO_CREDIT,
        rf"[(\[]?{_PICTURE}(?: credit| source)?\s?[:/©]\s*(?:by |via |courtesy(?: of)? )?"
        r"(?-i:[A-Z©])[^.!?]{0,80}(?:\.?[)\]])?",
    ),
    (
        PHOTO_CREDIT,
        rf"[(\[]?{_PICTURE} (?:by|via|courtesy(?: of)?):? (?-i:[A-Z])[^.!?]{{0,80}}(?:\.?[)\]])?",
    ),
    (
        PHOTO_CREDIT,
        rf"\(?\s*(?:photo by )?{_NAME}\s*[/|]\s*(?:{_NAME}\s*[/|]\s*)*{PHOTO_SOURCES}"
        r"(?:\s*(?:/|\||via|-)\s*[\w .-]{2,40})*\s*\)?",
    ),
    (PHOTO_CREDIT, rf"\(?(?:photo by )?{_NAME} ?/ ?(?:{_NAME} ?/ ?)*{PHOTO_AGENCY}\)?"),
    (PHOTO_CREDIT, rf"\(\s*{_NAME}\s*,\s*{PHOTO_SOURCES}(?: via [\w .-]{{2,30}})?\s*\)"),
    (
        PHOTO_CREDIT,
        r"\(?(?:getty images|shutterstock|istock|alamy|ap photo|afp photo|file photo|pool photo)"
        r"(?:\s*[/|,-]\s*[\w .-]{2,40})*\)?",
    ),
    (PHOTO_CREDIT, r"(?:enlarge this image|toggle caption|hide caption)\b.{0,160}"),
    (
        COPYRIGHT,
        r"(?:trademark and )?(?:©|\(c\)|copyright)\W*.{0,120}\b(?:all rights reserved|reprint|"
        r"republication|permission|may not be)\b.{0,300}",
    ),
    (
        COPYRIGHT,
        r"(?:trademark and )?(?:copyright(?: ©| \(c\))?|©|\(c\)) ?(?:19|20)\d\d[^.]{0,80}\.?",
    ),
    (
        COPYRIGHT,
        r"all (?:content )?rights reserved\b.{0,200}|"
        r"this material may not be published\b.{0,200}",
    ),
    (COPYRIGHT, r"(?:purchase|order|buy|request)\W*(?:order )?reprints?(?: .{0,40})?"),
    (
        CONTROLS,
        r"(?:full ?screen|close|open|menu|search|back|next|prev(?:ious)?|prev next|home|edit|"
        r"replay|play|"
        r"pause|mute|unmute|loading|less|show (?:more|less)(?: / show less)?|expand|collapse|"
        r"top|image|photos?|"
        r"gallery|video|watch|listen|audio|live|settings|options|skip|cancel|submit|"
        r"no thanks|"
        r"not now|accept|dismiss|got it|later|remind me later|none)[.…:]?",
    ),
    (
        CONTROLS,
        r"(?:amp|more_vert|share|play_arrow|video_youtube|expand_more|chevron_\w+|arrow_\w+|"
        r"keyboard_\w+|close_\w+)",
    ),
    (CONTROLS, r"(?:image|photo|slide|picture)? ?\d+ ?(?:of|/) ?\d+"),
    (CONTROLS, r"accessibility (?:links?|menu|help|tools)|\W*\d+\s?[x×]\s?\d+ (?:image|photo)"),
    (CONTROLS, r"(?:\S+ ){0,3}\d[\d,.]*+k? views"),
    (CONTROLS, r"to contact the (?:reporters?|editors?|authors?|writers?)\b.{0,300}"),
    (
        CONTROLS,
        r"(?:back to|view|see|open|launch|show) (?:the )?(?:full )?(?:gallery|slideshow|"
        r"all photos|photos|"
        r"top|homepage|comments)",
    ),
    (
        CONTROLS,
        r"(?:now playing|just watched|must watch|recommended videos?|up next|hide captions?|"
        r"watch live|autoplay)\b:?.{0,5}",
    ),
    (
        CONTROLS,
        r"(?:sign|log) ?(?:in|out)(?: (?:or )?(?:register|sign up|subscribe|join))?|"
        r"subscribe(?: now)? sign in|register|my account|you are (?:signed|logged) in as.{0,30}",
    ),
    (
        CONTROLS,
        r"(?:privacy policy|terms (?:of (?:use|service)|and conditions)|contact us|about us|"
        r"help|faqs?|"
        r"site ?map|careers|advertise with us)(?:\W+(?:privacy policy|terms of (?:use|service)|"
        r"contact us))*",
    ),
    (
        CONTROLS,
        r"(?:these are )?external links\b.{0,50}|scroll to top.{0,12}|show chapters|modal trigger",
    ),
    (CONTROLS, r"(?:go to|copy) (?:permalink|link|content)|skip to (?:main |the )?content.{0,30}"),
    (CONTROLS, r"your weather is set to\b.{0,80}|accuweather\.com quick look|a\W+a(?:\W+a)?"),
    (CONTROLS, r"(?:e-?mail|contact) the (?:author|reporter|editor)\b.{0,40}"),
    (
        CONTROLS,
        r"(?:font|text) size\b.{0,20}|print(?: this)?(?: (?:article|page|story))?|"
        r"(?:please )?(?:enable|turn on) javascript\b.{0,80}",
    ),
    (
        CONTROLS,
        r"(?:chat|live chat|powered by \w+(?: \w+)?|enter city and state or zip code|"
        r"twitter\d+ retweets?)",
    ),
    (
        CLOCK,
        r"(?:(?:updated|posted|published):? )?(?:\d+|an?|one|two|three) ?(?:s|m|h|d|secs?|mins?|"
        r"minutes?|hrs?|"
        r"hours?|days?|weeks?|months?)(?: \d+ ?(?:min|mins|minutes|m))? ago",
    ),
    (CLOCK, r"(?:just now|today|yesterday|moments ago)"),
    # "Published", "on", and the day in lines of their own
    (CLOCK, r"on|at"),
    (CLOCK, r"(?:\d+|one|two|three) ?min(?:ute)?s?(?: read)?|(?:estimated )?reading time\W.{0,20}"),
    (
        TAGS,
        r"(?:tags?|topics|keywords|filed under|categories|category|more on|in this (?:article|"
        r"story))\s*:.{0,300}",
    ),
    (TAGS, r"tags?|topics|keywords"),
    (TAGS, r"(?:#\w+\s*){1,20}"),
    (COOKIES, r"(?:we|this (?:web)?site|our (?:web)?sites?) uses? cookies\b.{0,300}"),
    (COOKIES, r"by (?:continuing to (?:use|browse)|using) (?:this|our) (?:web)?site\b.{0,200}"),
    (COOKIES, r"(?:please )?(?:disable|turn off|whitelist)\b.{0,40}ad ?blocker\b.{0,120}"),
    (
        DISCLAIMER,
        r"(?:disclaimer\s*[:–—-]\s*)?(?:the |all )?(?:views?|opinions?)(?:,? (?:and|or) "
        r"(?:views?|opinions?|statements?))? (?:expressed|contained|stated) (?:here(?:in)?|in this|"
        r"in the (?:article|column|piece)|above|are|"
        r"by (?:the )?(?:authors?|writers?|contributors?|columnists?))\b.{0,300}",
    ),
    (DISCLAIMER, r"disclaimer\s*[:–—-].{0,380}|disclaimer"),
    (SECTION, rf"{_SECTION}(?:[\s|/>»›·•,&-]++(?:and )?{_SECTION}){{0,4}}"),
    # "News & Insights", "Opinion and Analysis": two of them, of which each alone may be a heading
    (SECTION, rf"(?:{_SECTION}|{_GENRE}) ?(?:&|&amp;|and|/|\|) ?{_GENRE}"),
    (SEPARATOR, r"[\W_]+"),
)

# --- labels: the label and, on the same line, the other story ---

# The other story's headline: no sentence of a report, so it must not end like one.
LABELS: tuple[tuple[str, str], ...] = (
    (
        RELATED,
        r"(?:related|recommended)(?: (?:articles?|story|stories|content|news|coverage|links?|"
        r"reading))?",
    ),
    (
        RELATED,
        r"(?:read|see|watch|also|don[’']t miss|click)(?: (?:also|more|next|now|this|related|"
        r"too))?",
    ),
    (
        RELATED,
        r"(?:also read|read also|see also|more|more on this|full story|full coverage|"
        r"more coverage)",
    ),
    (
        RELATED,
        r"(?:photos?|pictures|gallery|in pictures|slideshow|video|listen|live blog|live updates|"
        r"previous story|"
        r"earlier|next story|from the archive)",
    ),
)

# --- headings of lists of other stories ---


class Heading(NamedTuple):
    """A heading over teasers: ``blurb`` tells that a paragraph of the other story follows."""

    pattern: str
    blurb: bool


HEADINGS: tuple[Heading, ...] = (
    Heading(r"other topics of interest", blurb=True),
    Heading(
        r"related(?: (?:stories|content|articles?|coverage|topics|news|links?|story|posts|"
        r"videos?))?",
        blurb=False,
    ),
    Heading(r"recommended(?: (?:stories|for you|reading|articles|posts))?", blurb=False),
    Heading(r"most (?:read|popular|viewed|shared|commented)(?: .{0,40})?", blurb=False),
    Heading(
        r"(?:more|latest|top|breaking|popular|trending|other|today[’']s)(?: \w+)? "
        r"(?:stories|news|headlines|coverage|articles|videos)(?: .{0,30})?",
        blurb=False,
    ),
    Heading(r"(?:more|latest) (?:from|on|in) .{2,40}|more on this(?: story)?", blurb=False),
    Heading(
        r"(?:trending(?: now| in \w+)?|popular|don[’']t miss|editor[’']?s[’']? (?:picks?|"
        r"choice))",
        blurb=False,
    ),
    Heading(
        r"(?:you (?:may|might|would|will) (?:also )?(?:like|enjoy|be interested in)|"
        r"you may have missed)",
        blurb=False,
    ),
    Heading(
        r"(?:read (?:more|also|next|(?:the )?full (?:article|story))|also read|see also|"
        r"what to read next|up next|next up|"
        r"read next)",
        blurb=False,
    ),
    Heading(
        r"(?:around|from|elsewhere on|more from) the web|what others are reading|"
        r"in case you missed it",
        blurb=False,
    ),
    Heading(r"previous story|in other news|further reading", blurb=False),
)

SECTION_LABEL = (
    r"(?:latest|top|breaking|popular|trending|today[’']s)(?: \w+)? "
    r"(?:stories|news|headlines|coverage)|trending(?: now| in \w+)?|popular"
)
"""Headings that name a place on the site: above a report, the headline under one is its own."""

# --- what an outlet says about itself ---

ABOUT_START = (
    r"about (?:us|the (?:authors?|writers?|reporters?|agency|outlet|publisher|publication|site))\W*"
)
ABOUT_SUBJECT = (
    r"(?P<name>(?:The (?=[A-Z]))?(?!The )[A-Z][^.,;:()\"“”]{1,60}?)(?: \([^()]{2,20}\))?"
    r"(?:, [^.;\"“”]{3,120},)?"
)
ABOUT_VERB = (
    r"(?: (?:is|are) (?:an?|the|one of|based|owned|published)| (?:was|is) founded"
    r"| (?:journalists |reporters |correspondents )?(?:reports? (?:the )?news|provides?|covers?|"
    r"delivers?|publishes|offers?|brings?|broadcasts?))\b"
)
ABOUT_TRADE = (
    r"\bnews (?:and \w+ )?(?:agency|agencies|organi[sz]ation|outlet|service|provider|website|site|"
    r"division|wire|portal|platform|network|channel|magazine)\b|\bnewspaper\b|\bbroadcaster\b|"
    r"\bjournalists\b|\bjournalism\b|\bnewsroom\b|\bmagazine\b|\bmultimedia\b|\bnewswire\b|"
    r"\bmedia (?:company|group|division|network|outlet|organi[sz]ation|house)\b|"
    r"\b(?:television|radio|tv) (?:channel|network|station)\b|"
    r"\b(?:delivers?|provides?|brings?|publishes|covers?|reports?|offers?)\b[^.]{0,60}\bnews\b"
)
"""An outlet on its own pages: a subject, a verb in the present, and words of the trade."""

MOTTO = (
    r"[A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)+,? (?:and |& )?[A-Z][\w'’-]+[.!]|"
    r"(?:[A-Z][a-z-]{3,}\. ?){2,5}|"
    r"(?:Your|The|A) (?:[\w'’-]+ ){0,4}(?:source|home|voice|window|guide) (?:for|of|on|to) "
    r"[^.!?]{2,60}[.!]"
)
"""What an outlet calls itself above its headlines, with case: "Fairness, Courage, Wit."."""

# --- lines that give author or date ---

_PERSON = r"[A-Z][\w.'’-]*+"
BYLINE = (
    rf"(?:By|BY) {_PERSON}(?:(?:,? (?:and|&|in|for|of|de|van|von|der|bin|al)|,)? {_PERSON}){{0,8}}"
)
"""A whole line, with case: "By Anna Example and Otto Muster, Vienna"."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:{_MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? ?\d{{4}}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))"
)
DATE_LINE = (
    r"(?P<by>(?:by .{2,60}?[\s,|·–—-]|(?-i:[A-Z][\w.]+)(?: (?-i:[A-Z][\w.]+)){0,3}"
    r"(?= (?:published|posted|updated)))\s*)?"
    r"(?P<label>(?:last )?(?:published|posted|updated|modified)(?: on| at)?\s*:?\s*)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?{_DAY}"
    r"(?P<clock>[\s,|·•–—-]*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?)?"
    r"(?:\s?\(?(?-i:[A-Z]{1,4}T|UTC|IST)(?:[+-]\d{1,4})?\)?)?"
)
"""A whole line: "Updated: 8 April,2024 11:59 am", "by Anna Example - 04/08/24 9:55 AM ET"."""

# --- who wrote and edited ---

EDITED_BY = (
    r"\(?(?:additional )?(?:reporting|report|writing|editing|written|edited|compiled|translated|"
    r"reported|graphics?)(?:,? (?:and|&) (?:additional )?(?:reporting|writing|editing|written|"
    r"edited|compiled))? by [^()]{3,300}\)?\.?"
)
# Any of these may be an agency, so that the line is the evidence of a credit.
MAY_CREDIT = (
    rf"(?i:\b{PHOTO_SOURCES}\b)|\b[A-Z]{{2,8}}\b|"
    r"\b(?:Interfax|Unian|Ukrinform|BelTA|Antara|Bernama|Lusa|Ritzau|Canadian Press|"
    r"Wires?|Newswires?|News|Agency|Agencies|agenc(?:y|ies)|wires?|Press|Service|Services|Times|Post|"
    r"Media|Courier|Herald|Tribune|Journal|Gazette|Telegraph|Guardian|Observer|Daily|Radio)\b"
)

# --- appeals ---

APPEAL_STARTS = (
    r"an? (?:important |urgent |special )?(?:message|letter|note|"
    r"appeal) from (?P<outlet>.{2,60}?)\s*:?",
    r"dear (?:readers?|friends?|supporters?)\W?(?:.{0,400})",
    r"(?:support|help|defend|save|fund|back) (?:independent|quality|our|free) (?:journalism|"
    r"media|newsroom|press|"
    r"reporting|work)\b.{0,300}",
    r"(?:before you go|we need your (?:help|support)|support us|donate(?: now| today)?|"
    r"make a donation|"
    r"become a (?:member|supporter|patron))\b.{0,300}",
)
"""A paragraph that opens an appeal; group ``outlet``: who appeals."""

APPEAL_VOICE = (
    r"\b(?:we|our|us|ours|you|your|me|my)\b|\breaders?\b|\bsupport(?:ing|ers?)?\b|\bdonat|"
    r"\bcontribut|\bsubscri|\bindependent journalism\b|\bunbiased\b|\bpress freedom\b"
)
"""How an appeal speaks: the outlet in the first person, to the reader, about money."""

APPEAL_MONEY = (
    r"\bdonat(?:e|ion|ions|ing)\b|\bsupport (?:us|our|independent|the work of)\b|"
    r"\bcontributions?\b|"
    r"\bbecome a (?:member|supporter|patron|subscriber)\b|\bchip in\b|\bas little as\b|"
    r"\b(?:from|just|only) [$£€]\d|\bmonthly\b|\bno matter how small\b|\byour (?:support|help)\b|"
    r"\bstanding with us\b|\bjournalis[mt]\b|\breader-funded\b|\bcrowdfund"
)
"""Words of asking for money; two of them in words to the reader are an appeal."""

APPEAL_PLEA = r"\bplease consider (?:joining|supporting|becoming|subscribing|donating|making)\b"
"""A plea that a report makes in nobody's mouth: the outlet's own, with "our" or "us" in it."""

# --- comments ---

COMMENTS_START = (
    r"(?P<label>\d[\d,]* |no |all |reader |user )?comments?\s*[:(]?\s*(?P<count>\d*)\)?"
)

# --- photo credit behind a caption ---

CREDIT_TAIL = (
    rf"(?<=[.!?]) (?P<credit>\(?(?:{_WORDS} ){{0,6}}{_WORDS}(?: ?[/|"
    rf"] ?{_WORDS}(?: {_WORDS}){{0,3}})? ?[/|] ?"
    rf"(?:{PHOTO_SOURCES}|{PHOTO_AGENCY})(?:\s*(?:/|\||via)\s*[\w .-]{{2,40}})?\)?\.?)"
)
"""After a caption's last sentence: names, a stroke, and one of the known photo sources."""

NAMED_CREDIT_TAIL = (
    rf"(?<=[.!?]) (?P<credit>\(?{_PICTURE} ?(?:by|via|courtesy(?: of)?|credit|:|©):? "
    r"(?:the )?(?-i:[A-Z©])[^.!?]{2,80}\.?\)?)"
)
"""After a caption's last sentence: "Photo courtesy of", and whose."""

# --- captions ---

_MONTH_NAME = (
    r"(?:Jan(?:\.|uary)|Feb(?:\.|ruary)|March|April|May|June|July|Aug(?:\.|ust)|"
    r"Sept?(?:\.|ember)|Oct(?:\.|ober)|Nov(?:\.|ember)|Dec(?:\.|ember))"
)
CAPTION_DATE = rf"\b(?:{_MONTH_NAME} \d{{1,2}},|\d{{1,2}} {_MONTH_NAME},?) (?:19|20)\d\d\b"
"""The day under a picture, as agencies write it: running text hardly ever adds the year."""

CAPTION_HEAD = (
    r"(?:FILE(?: PHOTO| PICTURE)?\s?(?:[-–—:]|\()|File (?:photo|picture|image)\b|"
    r"In this .{0,60}?\b(?:photo|image|picture|frame|screen ?grab|handout)\b.{0,3}"
    r"\b(?:released|provided|taken|made|from|supplied|distributed|shot|posted|obtained)\b|"
    rf"In this .{{0,20}}{_MONTH_NAME}.{{0,30}}?\b(?:photo|image|picture)\b|"
    r"In this (?:file|undated|handout|pool|combination) (?:photo|image|picture)\b|"
    r"(?:This|A) .{0,40}?\b(?:photo|image|picture)(?:graph)?\b (?:released|provided|taken|made|"
    r"supplied|distributed|obtained) (?:by|on|from)\b|"
    r"Image caption\b)"
)
"""How captions of agencies begin (AP Stylebook, captions), with case."""

CAPTION_OF_ARCHIVE = r"^FILE\b|\b(?i:file (?:photo|picture|image))\b|\(File\)|,? ?(?i:file)\)$"
"""A picture from the archive: not of the day."""

_PERSONS_NAME = r"[A-Z][a-z’'.-]+(?: [A-Z][\w.’'-]*){1,4}"
_AGENCIES = (
    r"(?:AP|AFP|REUTERS|Reuters|EPA(?:-EFE)?|Getty(?: Images)?|TASS|Sputnik|Xinhua|Lehtikuva)"
)
CAPTION_CREDIT = (
    r"(?:"
    # "(AP Photo/Anna Example)", "(Photo by Anna Example/AFP)", "(Example Ministry via AP)"
    r"[\s.][(\[](?:[^()\[\]]*\b(?:Photo|PHOTO|Image|Picture|Handout)s?\b(?: credit)?\s?"
    r"(?:by|via|courtesy|[:/©]).{0,80}|[^()\[\]]{0,60}\b(?:via|courtesy of) [A-Z][^()\[\]]{1,40}|"
    # "(Anna Example/AP)", "(Xinhua/Anna Example)"
    rf"{_PERSONS_NAME} ?/ ?[A-Z][^()\[\]]{{1,40}}|{_AGENCIES} ?/ ?{_PERSONS_NAME})"
    r"(?:, (?:[Ff]ile|FILE))?[)\]](?: (?:less|more))?|"
    # words without a stop, and the source of the picture
    rf"(?<=[a-z\d]) \((?:{_AGENCIES}|[Ff]ile(?: photo)?)\)|"
    # "(July 15) AP": under a film
    rf"[.!?] \({_MONTH_NAME} \d{{1,2}}\) {_AGENCIES}|"
    r"[.a-z\d] ?(?:Photograph by|Photographer:|Credit:? ?)(?=[A-Z])[^.!?]{2,80}|"
    rf"[.!?] — {_AGENCIES})$"
)
"""The picture's credit, behind the words of its caption, with case."""

# --- program code ---

PROGRAM_CODE = (
    r"window\.\w+|document\.\w+|\bfunction ?\(|\bvar \w+ ?=|\)\s*;|=>|\{\s*[\w'\"-]+\s*:|"
    r"\bgoogletag\b|"
    r"\.push\(|@media\b|\bpx;|\bjQuery\b|\$\("
)


def table(rows: tuple[tuple[str, str], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile a table of (reason, pattern), one expression a reason, in order."""
    by_reason: dict[str, list[str]] = {}
    for reason, pattern in rows:
        by_reason.setdefault(reason, []).append(f"(?:{pattern})")
    return tuple((r, re.compile("|".join(p), re.IGNORECASE)) for r, p in by_reason.items())
