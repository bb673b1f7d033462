import type { CommandLanguage } from './language.js';

/**
 * German. Left out of the stop words: "kündigen" and "Widerruf", which end a contract or return a purchase; "raus" and
 * "aus", which answer all sorts of questions.
 */
export const german: CommandLanguage<'de'> = {
  code: 'de',
  courtesies:
    'bitte|bitte bitte|danke|danke schön|dankeschön|danke dir|danke euch|vielen dank|besten dank|hallo|hi|hey|moin|guten tag|guten morgen|guten abend|ok|okay|ja|sorry|entschuldigung|jetzt|sofort|endlich|einfach|doch|mal|ab sofort|lg|mfg|liebe grüße|viele grüße|mit freundlichen grüßen|grüße|gruß|team|leute|nein danke|gerne|gern|tschüss|ciao',
  classes: {
    begin: '^|bitte|ok|okay|danke|hallo|hi|hey|und|aber|also|so|dann|jetzt|nein|einfach|doch|endlich',
    end: '$|bitte|danke|vielen dank|und|oder|aber|jetzt|sofort|endlich|lg',
    polite:
      'bitte|doch|mal|endlich|jetzt|einfach|sofort|gefälligst|verdammt|ab sofort|hiermit|gerne|gern|auch|alle|wieder',
    polites: '[{polite}] [{polite}]',
    from_now:
      'bitte|ab sofort|jetzt|gerne|gern|wirklich|einfach|auch|überhaupt|künftig|zukünftig|in zukunft|ab jetzt|ab heute|von (euch|dir|ihnen)',
    me: 'mir|mich|uns',
    mine: 'mich|uns|(meine|diese|unsere) (nummer|handynummer|telefonnummer|nr|daten|kontaktdaten|mail|email|mailadresse)|meinen (namen|kontakt)',
    you: 'du|ihr|sie|man',
    will: 'will|möchte|möcht|mag|wünsche|wollen|möchten|wollte|brauche|würde gerne|würde gern|hätte gerne|hätte gern',
    messages:
      'nachrichten|nachricht|werbung|werbenachrichten|newsletter|mails|emails|spam|sms|dms|benachrichtigungen|mitteilungen|zusendungen|angebote|werbemails|kontakt|kontaktaufnahme|kontaktaufnahmen|anrufe|meldungen|whatsapp|whatsapps|pushnachrichten|texte',
    infos: 'infos|informationen|tipps|neuigkeiten',
    these:
      'weiteren|weitere|weiterer|eure|deine|ihre|solche|solchen|diese|diesen|dieser|die|den|dem|der|euren|deinen|ihren|eurer|deiner|ihrer|eurem|euer|dein|alle|mehr|so viele|ständigen|nervigen|automatischen|blöden|ganzen|irgendwelche|das',
    these_few: '{these} [{these}]',
    contact_me:
      '(schreib|schreibe|schreibt|schreiben sie|schick|schicke|schickt|schicken sie|send|sende|sendet|senden sie|kontaktier|kontaktiere|kontaktiert|kontaktieren sie|ruf|rufe|ruft|rufen sie|nerv|nerve|nervt|nerven sie|spam|spamm|spamt|spammt|belästige|belästigt|belästigen sie|stör|störe|stört|stören sie|text|texte|textet|benachrichtige|benachrichtigt|benachrichtigen sie) {me}',
    contacting:
      'zu schreiben|schreiben|anzuschreiben|zu kontaktieren|zu nerven|zu spammen|zuzuspammen|vollzuspammen|zu belästigen|zu schicken|zu senden|zu texten|zuzutexten|anzurufen|zu stören|zu bombardieren|zu benachrichtigen',
    contacted:
      'angeschrieben|kontaktiert|angerufen|belästigt|genervt|benachrichtigt|gestört|zugespammt|vollgespammt|angetextet',
    to_contact:
      'schreiben|anschreiben|kontaktieren|anrufen|schicken|senden|zusenden|zuschicken|texten|stören|nerven|belästigen|benachrichtigen|melden',
    you_contact:
      'schreibt|schreibst|schreiben|kontaktiert|kontaktierst|kontaktieren|anschreibt|anschreibst|anschreiben|schickt|schickst|schicken|nervt|nervst|nerven|spammt|anruft|anrufst|anrufen|belästigt|belästigst|belästigen',
    stop_it: 'hör|höre|hört|hören sie|hörst du|hört ihr',
    end_it:
      'abbestellen|abmelden|kündigen|beenden|stoppen|abstellen|ausschalten|abschalten|deaktivieren|einstellen|stornieren|unterlassen|abzubestellen|abzumelden|abzustellen|loswerden',
    list: '(liste|listen|verteiler|verteilerliste|mailingliste|emailliste|datenbank|system|kontakten|kontaktliste|newsletter|kartei|adressbuch|abo)',
    from_list:
      '(von|vom|aus|aus dem|von der) [der|dem|eurer|eurem|euren|ihrer|ihrem|ihren|deiner|deinem|deinen|dieser|diesem|den|allen] [eurer|eurem|ihrer|ihrem|allen] {list}',
    take: 'nimm|nehmt|nehmen sie|streich|streiche|streicht|streichen sie|lösch|lösche|löscht|löschen sie|entfern|entferne|entfernt|entfernen sie|trag|trage|tragt|tragen sie|schmeiß|schmeißt|werft|wirf|hol|holt|kick',
    take_off:
      'nehmen|streichen|löschen|entfernen|austragen|rausnehmen|abmelden|herausnehmen|rauslöschen|rauszunehmen|zu nehmen|zu streichen|zu löschen|zu entfernen|auszutragen',
    sick: 'kurs|training|termin|seminar|workshop|verein|event|unterricht|schule|gym|arbeit|kita|webinar|treffen|veranstaltung|reise',
    article: 'einem|einer|nem|ner|eurem|eurer|dem|der|ihrem|irgendeinem|einem anderen',
    real: 'echten|echter|echte|echtem|richtigen|richtiger|richtige|realen|reale|lebenden|anderen|lebendigen',
    agent:
      'mensch|menschen|person|mitarbeiter|mitarbeitern|mitarbeiterin|berater|beraterin|kundenservice|kundendienst|kundensupport|support|kundenberater|chef|chefin|ansprechpartner|ansprechpartnerin|kollegen|kollegin|vorgesetzten|jemandem|jemand|jemanden|team',
    to_speak: 'sprechen|reden|schreiben|chatten|telefonieren|quatschen|verbinden|verbunden',
    bot: 'bot|roboter|maschine|computer|ki|chatbot|automaten',
  },
  commands: {
    stop: {
      words:
        'stop|stopp|halt stopp|stoppen|stoppt|abmelden|abmeldung|abbestellen|austragen|aufhören|deabonnieren|unsubscribe|alles abbestellen|alles abmelden|alles stoppen|alles beenden|nein stopp|nein stop|hör auf|hört auf|hören sie auf|aufhören damit',
      ambiguousWords:
        'ende|beenden|abbrechen|schluss|halt|abo beenden|löschen|entfernen|lass das|lasst das|lassen sie das|ich will nicht mehr|ich möchte nicht mehr|ich mag nicht mehr|es reicht|es reicht jetzt|schluss jetzt|schluss damit',
      phrases: [
        // Aufhören.
        '(kannst|könnt|können|könntest|könntet|könnten|würdest|würdet|würden|wollt|sollt|sollst|müsst) {you} [,] <3> aufhören {end}',
        '(ihr|du) (sollt|sollst|müsst|könnt|kannst) {polites} [damit] {polites} aufhören {end}',
        'ich (sagte|sage|schrieb) [doch|schon] (stopp|stop)',
        'aufhören [,] [damit|{me}|bitte] <2> ({contacting}|zu {to_contact}) {end}',
        'aufhören [,] (mit [{these_few}] {messages}|{me} <2> ({contacting}|zu {to_contact}))',
        '{stop_it} {polites} auf {polites} [,] [{me}] <2> ({contacting}|zu {to_contact})',
        '{stop_it} {polites} (auf damit|damit auf|auf mit [{these_few}] {messages})',
        '{begin} {stop_it} {polites} auf {polites} $',
        'dass {you} <4> (aufhört|aufhörst|aufhören)',
        '(gebeten|aufgefordert|gesagt|bitte euch|bitte sie|bitte dich) [,] <3> (aufzuhören|aufhören)',
        '(schluss|genug|stopp|stop) (mit|von) [{these_few}] {messages}',
        '^ [jetzt|hier] [ist] (schluss damit|genug nachrichten|genug werbung) {end}',
        '(hab|habe) [euch|dir|ihnen] [schon|doch|bereits|gerade|eben] [mehrfach|mehrmals|zweimal] (stopp|stop) (gesagt|geschrieben|gesendet|geschickt|getippt)',
        '(gesagt|geschrieben) [,] [dass] (stopp|stop) $',
        '(interesse|danke|bitte|okay|ok|reicht|nummer) [also|einfach|jetzt] (stop|stopp) $',

        // Schreib mir nicht mehr.
        '{contact_me} {polites} [gar|überhaupt] (nicht|nichts|nie|niemals) (mehr|wieder|länger|weiter)',
        '{contact_me} {polites} nicht [an|zu|voll] {end}',
        '{contact_me} {polites} (keine|keinen|kein) [{these_few}] ({messages}|{infos})',
        '{contact_me} {polites} nichts {end}',
        '(^|bitte|{me}|danke|und|,) [bitte] (nicht|nie) (mehr|wieder) (schreiben|anschreiben|kontaktieren|anrufen|texten|stören|nerven|belästigen|benachrichtigen|zuspammen) {end}',
        '{me} [bitte] (nicht|nichts|nie|keine {messages}) (mehr|wieder) {to_contact} {end}',
        '{me} [bitte] nicht (mehr|weiter|länger) {contacting}',
        '{begin} (schreib|schreibt|schreiben sie|ruf|ruft|rufen sie) {polites} (nie|nicht) (wieder|mehr) [an] {end}',
        '(meldet euch|melde dich|melden sie sich) {polites} (nicht|nie) (mehr|wieder)',
        '(bitte|^) (nicht|nie) (mehr|wieder) melden {end}',
        '(nerv|nervt|nerven sie) (nicht|{me} nicht) [mehr|so|rum|weiter] {end}',
        '(spam|spamt|spammt|spamm) (mich|uns) [bitte] nicht',
        '{will} [ich|bitte|ab sofort|auch|wirklich|einfach] nicht [mehr|weiter|länger] [von {you}|von euch|von dir|von ihnen] {contacted} [werden]',
        '{will} [ich] nicht [mehr] [,] dass {you} (mir|mich|uns) <2> {you_contact}',
        '{will} <2> nichts mehr [von] (euch|dir|ihnen|bekommen|erhalten|kriegen|hören|von)',
        '{will} <1> (das|die|diese|sie|es) [alles|{messages}] nicht (mehr|länger|weiter) (bekommen|erhalten|kriegen|empfangen|geschickt|zugeschickt)',
        '{will} [ich] [{from_now}] [{these_few}] {messages} nicht (mehr|länger|bekommen|erhalten|$)',
        '(unterlassen sie|unterlasst|unterlass) [es|bitte] [{these_few}|jede|jegliche|jeden] ({messages}|das|dies|{end})',

        // Keine Nachrichten mehr.
        '{begin} (keine|keinen|kein|keinerlei) [{these_few}] {messages} (mehr|weiter|bitte|danke)',
        '{begin} keine [{these_few}] {infos} mehr',
        '{will} [ich] [{from_now}] keine [{these_few}] {infos} mehr',
        '{begin} (keine|keinen|kein) (weiteren|weitere|weiterer|solchen|solche) {messages} {end}',
        'bitte (keine|keinen|kein) [{these_few}] {messages} {end}',
        '{will} [ich] [{from_now}] [{from_now}] (keine|keinen|kein|keinerlei) [{these_few}] {messages} [von (euch|dir|ihnen)] ({end}|mehr|von|erhalten|bekommen|haben|geschickt|zugeschickt|kriegen)',

        // Melde mich ab.
        '(melde|meld|meldet|melden sie) [ich] {mine} {polites} [umgehend|davon|hier|von allem] [{from_list}|(vom|von|aus) [{these_few}] {messages}] {polites} ab {end}',
        '(mich|uns|meine nummer) [{polite}|hier|davon|irgendwo|{you}] [{polite}|hier|davon] [{from_list}|(vom|von|aus) [{these_few}] {messages}] [{polite}] (abmelden|abzumelden|austragen|auszutragen) {end}',
        '(mich|uns) {polites} [da|hier] (rausnehmen|herausnehmen|rauslöschen|rausschmeißen|löschen|streichen) {end}',
        '(bitte|bitten) [sie|euch] um [die|meine] (abmeldung|abbestellung|austragung)',
        'abmeldung (vom|von|aus) [{these_few}|{these_few} deinem] ({messages}|{list})',
        '(wie|wo) <2> [die|eine] abmeldung {end}',
        '(^|hiermit|bitte) [{polite}] abmelden {end}',
        '[{will}] [mich] [gerne|gern|bitte] abgemeldet (werden|haben) {end}',
        '(hätte|hätten) (mich|uns) (gerne|gern) abgemeldet',
        '(kann|könnte|muss|meldet) man sich [hier|irgendwo|wieder|denn|davon] (abmelden|ab) {end}',
        'wie (bekomme|kriege|erhalte) ich keine [{these_few}] {messages} mehr',
        'abmeldelink|abmelde link|abmeldebutton',
        '(abmeldung|abmelden) (funktioniert|klappt|geht) [leider|bei mir|einfach] nicht',
        'trotz [meiner] abmeldung',
        '(wie oft|schon|bereits|mehrmals|mehrfach) <4> (stopp|stop) (sagen|schreiben|geschrieben|gesagt|geschickt|gesendet)',
        '(schon|bereits|längst|doch) abgemeldet',
        '(kündige|kündigen) [ich] [hiermit] [{these_few}] {messages}',
        '{messages} (stopp|stop) {end}',
        '(kein|keine|keinen) (bock|lust|interesse) [mehr] (auf|an) [{these_few}] {messages}',
        '(falsche|falscher|falschen) (nummer|kontakt|person) <1> , bitte löschen',
        '{messages} [{these_few}|bitte|gerne|sofort|wieder|auch] {end_it}',
        '(das|es|alles|dies) [hier|alles|bitte|wieder|gerne] abbestellen',
        '({will}|kann ich|bitte) <2> abbestellen {end}',
        '(bestelle|bestell) [ich] [{these_few}] ({messages}|das|es|alles) [hiermit|bitte|hier|wieder] ab {end}',
        '({begin} (stopp|stop|stopt)|stoppt|stoppe|stoppen sie|beende|beendet|beenden sie) [ich] {polites} [{these_few}] {messages}',
        '(stoppt|stoppen sie|stopp|beenden sie|beendet) {polites} (das|es|dies|damit) [bitte|jetzt|sofort|endlich] (.|,)',
        '(stell|stelle|stellt|stellen sie|schalt|schalte|schaltet|schalten sie) [ich] {polites} [{these_few}] {messages} [bitte] (ab|aus|ein) {end}',
        '(trag|trage|tragt|tragen sie) {mine} {polites} [{from_list}] aus [{from_list}] {end}',
        '{take} {polites} {mine} {polites} {from_list}',
        '{take} {mine} {polites} (da|hier) (raus|heraus|runter)',
        '{take} {mine} {polites} (raus|heraus|runter) ({end}|{from_list})',
        '({mine}|bitte) {polites} {from_list} ({take_off}|raus|runter)',
        '(komm|komme) ich [wieder|denn] {from_list} [wieder] (raus|heraus|runter)',
        '(löschung|entfernung) (meiner|der) (nummer|handynummer|telefonnummer|daten aus <2> {list})',
        '(lösch|lösche|löscht|löschen sie|entfern|entferne|entfernt|entfernen sie|streich|streicht|streichen sie|vergiss|vergesst|vergessen sie) {polites} {mine} {end}',
        '{mine} (löschen|entfernen) {end}',
        '{begin} [die] nummer [bitte] (löschen|entfernen) {end}',
        '{will} [aus|von] [dem|der|eurem|eurer] [{list}] (raus|da raus|hier raus|runter) [aus|von|$]',
        'raus aus (dem|eurem|ihrem|der|eurer) {list}',

        // Lass mich in Ruhe; keine Einwilligung.
        '(lass|lasst|last|lasse|lassen sie) (mich|uns) [{polites}] in (ruhe|frieden) {end}',
        '(mich|uns) [{polites}] in ruhe (lassen|zu lassen) {end}',
        'in ruhe gelassen werden',
        '{will} [einfach|nur|endlich] meine ruhe [haben|vor euch] {end}',
        '(widerrufe|widerruf|widerrufen|ziehe) [ich|wir] [hiermit] (meine|die|jede|unsere) (einwilligung|zustimmung|erlaubnis|einverständniserklärung)',
        'meine (einwilligung|zustimmung|erlaubnis) [hiermit] (widerrufen|zurückziehen|zurücknehmen|zurück)',
        'von [{these_few}] {messages} (ab|abzusehen|absehen)',
        'davon absehen [,] {me} <2> {contacting}',
        '(unterlassen sie|unterlasst|unterlass) [es|bitte] [,] {me} <2> {contacting}',
        'verzichte [ich] auf [{these_few}] {messages}',
        'verhindern [,] dass {you} {me} <1> {you_contact}',
        '{begin} nie (wieder|mehr) [{these_few}] {messages}',
        'nie [dazu|dem|das] (erlaubt|zugestimmt|eingewilligt)',
        '(widerspreche|entziehe) [ich] [hiermit|ihnen|euch] (der|dieser|jeder|jeglicher|weiterer|die|meine) <2> ({messages}|nutzung|verwendung|verarbeitung|zusendung|einwilligung|zustimmung|erlaubnis)',
        '(bekomme|kriege|erhalte|krieg) [ich] (immer noch|noch immer|trotzdem|weiterhin|ständig) [{these_few}] {messages}',
        '^ [bitte] (verpiss|verpisst) (dich|euch)',
        '^ [jetzt|bitte] (hau|haut|hauen sie) [jetzt|bitte|endlich|einfach] ab [jetzt] $',
        '^ [bitte] (geh|geht) [bitte|einfach|jetzt] weg [bitte] $',
        '(blockier|blockiere|blockiert|blockieren sie) (mich|meine nummer) {end}',
      ],
      ambiguousPhrases: [
        '[mein|das|dieses] abo [bitte|wieder|sofort|jetzt] (kündigen|beenden|abbestellen|stoppen|stornieren) {end}',
        '(kündige|beende) [ich] [hiermit] (mein|das) abo {end}',
        '(kannst|könnt|können|könntet) {you} das {polites} lassen {end}',
        '^ [mir] (es reicht|reicht es|reichts) [mir|jetzt|langsam] $',
      ],
      regardless: [
        'wenn {you} nicht (aufhört|aufhörst|aufhören)',
        '(warum|wieso|wann) (hört|hörst|hören) {you} [endlich|denn|eigentlich] (nicht auf|damit auf|auf) [{me}|damit|$]',
        '(kann|konnte) mich [leider|immer noch|einfach] nicht abmelden',
        '(warum|wieso) (schreibt|schreibst|schreiben|schickt|schickst|nervt|kontaktiert|spammt) {you} {me} (immer|noch|ständig|dauernd|trotzdem|weiterhin|schon wieder)',
      ],
      exceptions: [
        'nicht [mehr|wieder] (aufhören|auf|aufhört|abmelden|abgemeldet|abbestellen|austragen|löschen|entfernen|abstellen|stoppen|beenden|in ruhe|ab)',
        '(nie|niemals) [mehr] (auf|aufhören|abmelden)',
        'nicht <2> {from_list}',
        '(kurs|training|termin|seminar|workshop|verein|event|unterricht|schule|gym|arbeit|kita|webinar|treffen|veranstaltung|reise|auto|kfz|motorrad|konto) [wieder] (abmelden|austragen|ab)',
        '(später|jederzeit|irgendwann|jeder zeit|wenn ich mich|wenn man sich|ob ich mich|falls ich mich|bevor ich mich) [wieder|auch|dann|einfach] [wieder] (abmelden|abbestellen|austragen|abgemeldet|ab)',
        '(später|morgen|bald|nachher) ab',
        'ab und zu',
        '(ihr|du|er|sie|warum|wieso|man|niemand|keiner|leute|der|die|ich|wir|weil) {contact_me}',
        '(nicht|nicht mehr) [an] (auf|per|über|via|bei|während|vor|nach|am|um|bis|im|in) <2>',
        'nicht [an] [,] [sondern|lieber|bitte|einfach] (schreib|schreibt|schreiben|lieber|sondern|text|textet)',
        '(ihr|du|er|sie|warum|wieso|weil|die|leute) (meldet|meldest|melden)',
        '(keine|kein|keinen|nichts) <2> (verpassen|versäumen|verlieren)',
        '(rauchen|trinken|arbeiten|weinen|lachen|essen) [wieder|endlich] aufhören',
        'stoppt das ?',
        '(mein|meinen|meinem|unser|unseren) <3> (abmeldelink|abmelde link)',
        'brauche keine <2> {infos}',
        'keine nachricht , (wenn|sobald|falls)',
      ],
    },
    start: {
      words: 'wieder anmelden|wieder starten|weitermachen',
      ambiguousWords: 'start|starten',
      phrases: [
        '(meld|melde|meldet|melden sie) mich [bitte] wieder an {end}',
        'mich [bitte|gerne] wieder anmelden',
        '(^|bitte|,) [mich] wieder anmelden {end}',
        '(du darfst|ihr dürft|sie dürfen|du kannst|ihr könnt|sie können) {me} [jetzt|gerne] wieder (schreiben|anschreiben|nachrichten schicken|kontaktieren)',
        '{begin} (schreib|schreibt|schreiben sie) mir [bitte|gerne] wieder {end}',
        '(schick|schickt|schicken sie|sendet|senden sie) {me} [bitte] wieder {messages}',
      ],
      exceptions: ['nicht wieder', '(ihr|du|wann) (schreibt|schreibst|schickt)'],
    },
    restart: {
      words:
        'von vorn|von vorne|noch mal von vorn|noch mal von vorne|nochmal von vorn|nochmal von vorne|noch einmal von vorn|noch einmal von vorne|wieder von vorn|wieder von vorne|alles von vorn|alles von vorne|alles nochmal von vorn|alles nochmal von vorne|von vorn anfangen|von vorne anfangen|von vorn beginnen|von vorne beginnen|von anfang an|nochmal von anfang an|neu anfangen|neu beginnen|nochmal neu|neu starten|neustart|nochmal starten|zum anfang|zurück zum anfang|zurück zum start|an den anfang|zurück auf anfang|restart',
      phrases: [
        '(können wir|kann ich|könnten wir|lass uns|lasst uns|möchte|möcht|will|würde gerne|würde gern) <2> [nochmal|noch mal|noch einmal|wieder|alles] (von (vorn|vorne)|von anfang an|neu) (anfangen|beginnen|starten) {end}',
        '{begin} [bitte] (fang|fange|fangen wir|beginn|beginne|beginnen wir) [bitte|einfach] [nochmal|noch mal|noch einmal|wieder] [bitte] von (vorn|vorne) [an] {end}',
      ],
      exceptions: ['nicht <3> (von vorn|von vorne|neu)'],
    },
    back: {
      words:
        'zurück|geh zurück|gehe zurück|zurückgehen|schritt zurück|ein schritt zurück|einen schritt zurück|eine frage zurück|eins zurück|wieder zurück|noch mal zurück|nochmal zurück|vorherige frage|vorige frage|letzte frage|zur letzten frage|zur vorigen frage|zur vorherigen frage|zurück zur letzten frage|zurück zur vorherigen frage|zurück zur vorigen frage|kann ich zurück|kann ich zurückgehen|ich will zurück|ich möchte zurück|rückgängig|rückgängig machen|antwort ändern|meine antwort ändern|letzte antwort ändern|meine letzte antwort ändern|kann ich meine antwort ändern|kann ich das ändern|ich habe mich vertippt|hab mich vertippt|vertippt|falsche antwort|ups falsch',
      phrases: [
        '(geh|gehe|gehen|kann ich|können wir|will|möchte|bitte|nochmal|noch mal) <2> (einen schritt|eine frage) zurück [gehen] {end}',
        'zurück zur (letzten|vorherigen|vorigen) (frage|antwort)',
        '(meine|die) (letzte|vorherige|vorige) antwort (ändern|korrigieren|berichtigen)',
      ],
      exceptions: ['nicht <3> (zurück|ändern)'],
    },
    help: {
      words:
        'hilfe|helfen|hilf mir|helft mir|kannst du mir helfen|könnt ihr mir helfen|können sie mir helfen|kannst du mir bitte helfen|könnt ihr mir bitte helfen|können sie mir bitte helfen|kann mir jemand helfen|ich brauche hilfe|brauche hilfe|ich brauche bitte hilfe|ich benötige hilfe',
      ambiguousWords: 'info|infos',
      phrases: [],
    },
    person: {
      words:
        'echter mensch|echte person|echter mitarbeiter|ein mensch|mit einem menschen sprechen|mit mitarbeiter sprechen',
      ambiguousWords: 'mitarbeiter|mensch|kundenservice|kundendienst|berater|ansprechpartner|einen menschen',
      phrases: [
        'mit [{article}] [{real}] {agent} <4> {to_speak}',
        'mit (jemandem|jemand) <5> {to_speak}',
        '^ [bitte] mit [{article}] [{real}] (menschen|mitarbeiter|berater|person) [bitte] $',
        '(verbinde|verbinden sie|verbindet|verbind|leite|leiten sie|leitet) (mich|uns) [bitte|mal] [weiter] (mit|zu|an) [{article}] [{real}] {agent}',
        '{will} nicht [mehr|länger] mit [einem|einer|dem|diesem|eurem|nem] {bot} (sprechen|reden|schreiben|chatten)',
        'ist (da|hier|dort) [auch|noch|überhaupt|irgendwo|bitte] [ein|eine|irgendein|irgendeine] [{real}] (mensch|person|mitarbeiter|jemand|irgendjemand)',
        'gibt es (hier|bei euch|da) [auch|noch|überhaupt] [einen|eine] {real} (menschen|mensch|mitarbeiter|personen|person)',
        '(kann|könnte|soll|möge) (mich|uns|mir) [bitte|mal] jemand [bitte|mal] (anrufen|zurückrufen|kontaktieren)',
        '(könnt|kannst|können|könntet|könntest|könnten) {you} (mich|uns) [bitte|mal] (zurückrufen|anrufen)',
        '(ruf|ruft|rufen sie) mich [bitte|mal] zurück',
        '(brauche|brauch|will|möchte|hätte gern|hätte gerne) [bitte] (einen|nen|eine) [{real}] (menschen|mitarbeiter|ansprechpartner|echte person)',
        '{begin} [einen|ein] [{real}] (menschen|mitarbeiter|kundenservice|kundendienst) bitte',
      ],
      exceptions: [
        '(ich bin|bist du|sind sie|bin) [auch|denn|nur] (ein|eine|mitarbeiter) <1>',
        'nicht mit [{article}] [{real}] {agent}',
      ],
    },
  },
};
