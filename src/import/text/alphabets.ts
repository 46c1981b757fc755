/** How the letters beyond ASCII are spread in the languages that single-byte encodings were made for. */
export interface Alphabet {
  /** In lower case, the most frequent first. */
  letters: string;
  /** How often files in it are met, compared with the others. */
  weight: number;
}

export const alphabets: readonly Alphabet[] = [
  // Western Europe
  { letters: 'éèàêçùôâîûëïœüæÿ', weight: 10 },
  { letters: 'üäößé', weight: 10 },
  { letters: 'óíáéñúüçàè', weight: 10 },
  { letters: 'ãçáéíóõêúâàôü', weight: 8 },
  { letters: 'àèùòéìîó', weight: 5 },
  { letters: 'ëéïöèüóçáê', weight: 3 },
  { letters: 'äåöéüàè', weight: 5 },
  { letters: 'åøæéöäüóòô', weight: 5 },
  { letters: 'ðáíóþöéæúý', weight: 1 },
  { letters: 'áíéóúàèìòù', weight: 0.5 },
  { letters: 'àéèíòóçïúü', weight: 0.5 },
  // Central Europe
  { letters: 'łąężóśćńź', weight: 6 },
  { letters: 'íáéěřžščýůúňóťď', weight: 4 },
  { letters: 'áíčéšžýľúťôňóäďĺŕ', weight: 2 },
  { letters: 'áéöőóüíűú', weight: 4 },
  // with cedillas, as Windows wrote it, and with commas; an encoding has the ones or the others
  { letters: 'ăîâşţ', weight: 3 },
  { letters: 'ăîâșț', weight: 3 },
  { letters: 'čšžćđ', weight: 3 },
  { letters: 'ëç', weight: 0.2 },
  // the Baltic, Turkey
  { letters: 'ėšųžįąčūę', weight: 2 },
  { letters: 'āīšēūņļžčķģ', weight: 2 },
  { letters: 'äõüöšž', weight: 1 },
  { letters: 'ışüğçöâîû', weight: 4 },
  { letters: 'əıöüşçğ', weight: 0.2 },
  // Vietnamese, whose tones are marks of their own behind the vowels
  { letters: '\u0300\u0301đ\u0323ôâưêơ\u0309ă\u0303áàéóèúùí₫', weight: 1 },
  // Cyrillic
  { letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', weight: 10 },
  { letters: 'оанивитерсклудмпзяьбгйчіхцїжюшєщфґ', weight: 3 },
  { letters: 'аоніеярслтвдкмпуыгзьбчўйхжэшцюёф', weight: 0.5 },
  { letters: 'аоиетнрсвлкдпмзягбъучцйжщхфшюь', weight: 2 },
  { letters: 'аиоенсрјтукдвмлпзгбљчњцшжћхфђџ', weight: 1 },
  { letters: 'аоеинтрсвдлкпмузгјбчшцќжфљхњѓѕџ', weight: 0.3 },
  // other scripts
  { letters: 'αοιετνσηυρπκςμλωάόίέγήδχθύφβώξζψϊϋΐΰ', weight: 4 },
  { letters: 'יוהלארתבשמנדעחקפםכטגצסזןךףץ', weight: 2 },
  { letters: 'الينمورتبعدفسهكقةحجأشصىخطذزثإضغءئظآؤ', weight: 2 },
  { letters: 'ایردنهمتوسبکشزلگخپفعقجچحآطصضذژغظثءئ', weight: 0.5 },
  { letters: 'านรอกเงมยลวดท่้ัีิสตะปบคหแุจพชขใูไโ็์ำผถณซืธศษึญฐฎฉฟภฝฮฬฤฆ๊ๆๆฏ๋ฑ', weight: 1 },
];
