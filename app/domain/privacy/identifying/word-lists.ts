/** Lower-cased words, out of a list that reads as lines. */
function words(lines: string): ReadonlySet<string> {
  return new Set(lines.trim().split(/\s+/));
}

/** Given names that are common in Norway, Britain and the United States: written down by hand, a help and no register. */
export const GIVEN_NAMES = words(`
  anne inger kari marit ingrid liv eva anna maria ida hilde berit nina marianne elisabeth kristin bente heidi silje hanne linda tone gerd
  anita tove elin camilla ellen karin julie wenche solveig emma hege thea ragnhild unni randi grete mona siv emilie sara nora line
  astrid ane lise stine trine mette sissel turid gunn maren sigrid malin aud lene vilde lisbeth laila ingeborg karoline ingunn kine
  oda tuva frida guro jorunn synnøve torill åse åshild bjørg gro eline mia ella sofie olivia aurora leah maja jenny ellinor selma
  jan per bjørn ole lars kjell knut svein thomas arne geir hans morten odd tor martin andreas terje jon anders rune trond tore
  nils daniel alexander jonas marius erik kristian magnus øyvind harald helge petter espen stian gunnar henrik fredrik mathias
  christian sverre leif einar eirik øystein tommy håkon sindre simen vidar ola egil trygve roar kåre torbjørn sigurd olav emil
  oskar jakob filip noah lukas elias tobias sander kasper theodor aksel håvard sondre vegard ivar frode johan johannes ådne eivind
  james john robert michael william david richard joseph charles thomas christopher matthew anthony donald steven paul
  andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
  scott brandon benjamin samuel gregory patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle
  ethan walter noah jeremy keith roger terry austin sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel
  bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb bradley russell lucas oliver
  harry charlie alfie freddie theo archie callum declan gareth graham nigel trevor clive ian stuart simon colin neil craig darren
  mary patricia jennifer elizabeth barbara susan jessica karen sarah lisa nancy sandra betty ashley emily kimberly margaret donna
  michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley brenda pamela
  nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth
  virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice
  ann kathryn abigail sophia frances jean alice judy isabella julia denise amber doris marilyn danielle beverly charlotte natalie
  theresa diana brittany kayla alexis lori tiffany tina fatima aisha mohammed muhammad ahmed ali omar hassan ibrahim yusuf priya raj
  chloe lucy sophie georgia poppy isla freya imogen gemma fiona siobhan niamh aoife bronwen nadia leila zainab amina hussein
  wei mei ming yuki hiroshi carlos miguel luis pedro sofia elena olga ivan dmitri natasha svetlana piotr agnieszka katarzyna
  mike dave bob tom jim steve dan ben sam nick tony chris matt andy josh greg jeff kate katie liz beth becky jess meg maggie annie
  jenny susie debbie cathy vicky abby gabby mandy tess lily ellie molly holly zoe tara naomi esther miriam leo max finn oscar toby
  jonny kenny ronny ronja jørgen jørn kent glenn roy steinar stein arild asbjørn audun bård birger brage brynjar halvor hallvard iselin
  ylva vibeke veronica yngvild tonje therese susanne signe rikke renate rebekka pernille oddny mari madeleine lillian lena kjersti kaja
  johanne jeanette janne irene hedda hedvig guri gry gina eli ellinor benedicte bodil celine cecilie carina birgit birgitte beate amalie
`);

/** Given names that are words as well: names only beside a surname or where one is introduced. */
export const NAMES_THAT_ARE_WORDS = words(`
  will mark grace hope faith may june april august rose joy bill art dawn summer frank rob sue pat jean liv dag odd even tor bo stein
  bjørn ask vår storm sol jan mar ann max sandy christian austin jordan georgia virginia victoria charlotte madison sydney paris
  chase hunter mason gene ray drew dean grant jack penny ruby olive ivy violet heather holly amber crystal eve autumn line bent aud
  per gro siv tone ole pia are ove roy sol due kai kim ina ali sara theo tina pål alma ella ida ane iris logan tess meg
`);

/** Towns and cities, whatever language one writes in. */
export const TOWNS = words(`
  bergen trondheim stavanger kristiansand fredrikstad sarpsborg drammen tromsø ålesund sandefjord haugesund tønsberg moss bodø arendal
  hamar larvik halden harstad lillehammer molde kongsberg gjøvik horten jessheim askøy kristiansund narvik steinkjer elverum alta
  porsgrunn skien sandnes ytrebygda lillestrøm ski ås drøbak levanger namsos stjørdal førde florø voss odda sogndal stord bryne
  egersund mandal flekkefjord farsund grimstad risør kragerø notodden rjukan hønefoss kongsvinger brumunddal otta røros orkanger
  mosjøen sandnessjøen brønnøysund svolvær leknes sortland finnsnes hammerfest vadsø kirkenes vardø honningsvåg kautokeino karasjok
  longyearbyen asker bærum nesodden strømmen lørenskog oslo grünerløkka majorstuen fana åsane laksevåg sotra straume knarvik
  london manchester birmingham leeds glasgow liverpool bristol sheffield edinburgh cardiff belfast leicester nottingham newcastle
  brighton plymouth southampton portsmouth norwich oxford cambridge york exeter swansea aberdeen dundee coventry bradford sunderland
  croydon hackney islington camden dublin cork galway limerick chicago houston philadelphia phoenix dallas austin seattle denver
  boston detroit portland baltimore milwaukee albuquerque tucson fresno sacramento atlanta miami minneapolis cleveland tampa
  pittsburgh cincinnati orlando nashville memphis omaha toronto vancouver montreal calgary ottawa sydney melbourne brisbane perth
  stockholm gothenburg göteborg malmö copenhagen københavn aarhus helsinki berlin paris rome madrid barcelona amsterdam brooklyn
  queens manhattan bronx oakland boise spokane tulsa wichita anchorage duluth topeka lubbock
`);

/** Words that are written large and point to nobody: countries, states, peoples, feasts, schools of thought and their founders, medicines. */
export const COMMON_CAPITALS = words(`
  i monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
  january february march april may june july august september october november december
  christmas easter ramadan eid thanksgiving halloween hanukkah god gud lord jesus allah bible bibelen koranen quran islam buddha
  norway norwegian norge norsk norwegians sweden swedish sverige svensk denmark danish danmark dansk finland finnish iceland england
  english scotland scottish wales welsh ireland irish britain british germany german france french spain spanish italy italian poland
  polish russia russian ukraine ukrainian china chinese japan japanese korea korean india indian pakistan pakistani iraq iran
  syria syrian afghanistan somalia somali eritrea ethiopia nigeria kenya ghana canada canadian mexico mexican america american
  americans australia australian brazil turkey turkish israel palestine europe european africa african asia asian asians latino latina hispanic
  scandinavia scandinavian nordic states united kingdom usa us uk eu nhs arabic urdu sami samisk samer kurdish vietnam vietnamese thailand
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada jersey york mexico
  carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin wyoming new
  christian christians muslim muslims jewish jew hindu buddhist buddhism catholic protestant lutheran sikh mormon lgbtq lgbt queer black white
  freud freudian jung jungian rogers rogerian adler bowlby winnicott klein lacan beck ellis yalom linehan kohut kernberg bion erikson piaget
  skinner pavlov maslow perls satir minuchin bowen gottman gottmans rosenberg levine porges siegel fonagy bateman hayes neff
  gestalt socratic rorschach likert hamilton hippocratic stockholm munchausen asperger asperger's aspergers tourette tourette's parkinson
  alzheimer alzheimer's alzheimers down huntington cushing prozac zoloft lexapro xanax valium ritalin adderall concerta seroquel
  lithium wellbutrin effexor cymbalta celexa paxil ativan klonopin abilify zyprexa risperdal cipralex sobril stesolid imovane
  google facebook instagram whatsapp zoom skype teams netflix youtube tiktok snapchat reddit twitter internet wikipedia email
  therapist therapy client counsellor counselor doctor t dr mr mrs ms miss sir ma'am prof professor nav bup dps ppt fylkesmannen statsforvalteren
  helsetilsynet helsedirektoratet barnevernet barnevern helfo datatilsynet nordic acceptance commitment cognitive behavioural behavioral
  dialectical mindfulness psychodynamic borderline bipolar covid corona markdown ok okay tv pc dvd cv phd md psyd lcsw lpc lmft msw
  hipaa gdpr apa bacp dsm icd emdr cbt dbt act ptsd ocd adhd add asd bpd gad mdd ifs mbt ssri snri phq gap aa na ngo hr hiv aids
  mom dad mum mommy daddy grandma grandpa grandmother grandfather aunt uncle mother father mama papa
  jeg du han hun vi dere de det den en et ei hva hvorfor hvordan når hvem hvor mandag
`);

/** What a sentence begins with, so that it is written large before a name as well: "Then Mette", "Yesterday Elm School". */
export const OPENINGS = words(`
  and or but if then when while where who what why how which that this these those there here is are was were do does did has have had can
  could would should may might must will shall so as at by for from in into of on to with without about after again also because before
  during even however now often once perhaps maybe please since sometimes still thanks though through today tonight tomorrow yesterday
  until usually yet just recently suddenly later soon already almost simply finally actually rather really afterwards although apparently
  dear eventually fortunately hello hey hi honestly hopefully instead luckily meanwhile nevertheless obviously otherwise poor sadly somehow
  therefore unfortunately unless whenever wherever whether
  og eller men hvis så når mens hvor hvem hva hvorfor hvordan som der her er var har hadde kan kunne vil ville skal skulle må måtte bør
  burde av til fra med uten om etter før på hos fordi kanskje jo da blir ble plutselig nylig ofte egentlig etterpå heldigvis dessverre hei
  hallo kjære stakkars likevel derfor ellers imens selvom dersom
`);

/** Words that begin sentences and titles, and never name anybody. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set([
  ...OPENINGS,
  ...words(`
    the a an it its it's i'm i've i'd i'll he she they we you my your his our their me him us them be been am not no yes off onto out over
    up all always any both each ever every everybody everyone few first last less like many more most much never new next one only other own per same some
    such than thank too two under very well what's client patient patients clients therapist counsellor counselor mother father mum mom dad
    brother sister son daughter wife husband partner friend boss colleague teacher doctor nurse supervisor boyfriend girlfriend girl boy
    man woman child children kid kids baby family said says told tells asked asks wants want came comes went goes thinks feels felt knows
    sees left started stopped got gets needs keeps whose whom quite
    det dette denne disse jeg du han hun vi dere de min mitt mine din sin ikke nei ja i ved en et ei også alltid aldri bare mer mest mye
    veldig nå enn selv egen hver noen ingen alle andre takk sa sier klient klienten pasient pasienten pasienter mor far søster bror sønn
    datter kone mann venn venninne sjef kollega lege legen barn barnet jente gutt fortalte forteller spurte kom kommer gikk går mener føler
    vet ser dro begynte sluttet fikk får trenger
`),
]);

/** What is said of a name, or of somebody, and is none: "the name is wrong", "han ble kalt lat". Written small alone. */
export const PREDICATES = words(`
  wrong right hard easy safe common rare short long public private secret different similar odd strange weird funny unusual familiar foreign
  important irrelevant relevant real fake false true correct incorrect confidential anonymous known unknown given taken written hidden
  spoken chosen broken forgotten stolen drawn shown seen said read heard kept left lost found sent put set cut made spelt misspelt shared
  cleared revealed used named changed mentioned listed added removed needed required optional fictional invented fictitious normal
  personal original formal official legal mud dirt public gone there here everywhere nowhere elsewhere somewhere anywhere inside outside
  above below beside behind around near far away back everything nothing something anything everyone mine yours hers ours theirs his still
  pretty beautiful ugly nice lovely horrible awful terrible good bad better worse best worst old young big small difficult strict cold kind
  quiet loud lazy stupid crazy mad mean cruel calm tough gentle sensitive honest rude polite warm bitter sweet being having doing part half
  short-lived clear unclear plain simple double single identical equal missing present absent already probably supposed meant bound
  close open wide free full empty dead alive due ok okay fine enough useless worthless sacred holy biblical british irish english french
  embarrassing silly confusing interesting foreign-sounding unpronounceable witness guardian condition names stuff things train bus car bike boat
  plane foot instinct feeling hand mail letter phone heart memory rote ear default law word field text blank empty none n/a
  in at on by off out up down with without under over into onto between among against near like unlike from to of for as than that this
  these those not never always often sometimes rarely seldom usually now then once twice again also too very so such quite rather just only
  even still yet soon later early late today yesterday tomorrow what who whom whose which where when why how if whether because since until
  three four five six seven eight nine ten several many few some any both all none one two half another other others whoever whatever
  feil riktig rett galt sant usant hemmelig kjent ukjent vanlig uvanlig sjelden sjeldent viktig uviktig lett vanskelig langt kort pent
  stygt fint rart merkelig likt ulikt forskjellig annerledes norsk svensk dansk utenlandsk samisk engelsk nytt gammelt eget ekte falskt
  oppdiktet fiktivt endret endra nevnt brukt skrevet tatt stavet utelatt fjernet slettet skjult sladdet strøket glemt borte bortkommet
  oppgitt notert ført satt lagt gitt sagt funnet sett hørt lest delt vist kalt anonymisert forkortet byttet valgt tilfeldig valgfritt
  valgfri påkrevd nødvendig unødvendig personlig offentlig privat konfidensielt fritt åpent lukket trygt utrygt fast felles samme
  lat dum stygg slem snill streng sur gal syk frisk sterk svak vanskelige kald varm lang het stille rolig feit tykk tynn pen rar flink svær
  inn ut opp ned hjem fram frem bort tilbake sammen overalt ingensteds ukjente inntil mange mye lite få flere alt alle ingenting noe annet
  seg meg deg oss dere hverandre sånn slik slikt dette disse overføring motoverføring grensesetting utbrenthet taushet ensom vikar vikaren
  sjef sjefen leder lederen pause stemning diskusjon potet fødselsdato adresse telefonnummer nummer kun bare også allerede fortsatt
  fremdeles ennå alltid aldri ofte sjelden sist først viktigst
`);
