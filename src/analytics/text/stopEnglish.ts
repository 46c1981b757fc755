/** English words that say how a sentence hangs together and not what it is about; those that deny are apart. */
export const englishStopWords: readonly string[] = `
a an the this that these those such same other another each every either neither both all any some several many much more most few
fewer less least enough own
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself
they them their theirs themselves one ones someone somebody something anyone anybody anything everyone everybody everything
who whom whose which what where when why how whoever whatever whichever whenever wherever
am is are was were be been being do does did doing done have has had having will would shall should can could may might must ought
i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll it'll
we'll they'll that's there's here's what's who's let's
im ive ill id
about above across after again against along already also although always among an and around as at away back because before behind
below beside besides between beyond but by despite down during else even ever except for from further hence here hereby however if
in indeed inside instead into just like meanwhile merely moreover namely near nearly nevertheless now of off often on once only onto
or otherwise out outside over per perhaps quite rather really regarding regardless since so somehow sometimes somewhere soon still
than then thence there thereby therefore therein though through throughout thus till to together too toward towards under unless
until up upon very via well when whereas whereby whether while with within without yet
get gets got getting go goes going gone let lets make makes made making put say says said see seen seem seems take takes took taken
tell tells told want wants wanted
hello hi hey dear please pls kindly thank thanks thankyou regards sincerely cheers team sir madam mr mrs ms
etc eg ie vs re
s t d ll m ve
`
  .trim()
  .split(/\s+/);
