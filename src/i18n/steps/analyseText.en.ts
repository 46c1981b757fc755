import type { StepWords } from './told';

const fields = {
  text: 'Texts',
  stop: 'Leave out words that say nothing by themselves (the, and; 的, 了)',
  own: 'Leave out these words, too (one a line)',
  least: 'Words in at least so many texts',
  phrases: 'Phrases, too (refund policy; 电子发票)',
};

/** What a word is, in every analysis of texts. */
const cutting =
  'Words are in small letters and in half width; numbers, links, addresses and single letters are none, emoji are; words that deny (not, 没有) stand in phrases only. Chinese is cut by the browser’s dictionary (Unicode Standard Annex 29), with some words of shops added; characters that mostly stand together become a word. Simplified and traditional are two words: convert first.';
const joining =
  'Neighbours are a phrase where they are together eight times as often as chance has it, with a t score over 1.65 (Church and Hanks, 1990; Church and others, 1991); the same text counts once there.';

export const text: Readonly<Record<string, StepWords>> = {
  words: {
    name: 'Words and phrases',
    help: 'What texts speak of: each word and phrase with the number of texts that it is in. Chinese, English and mixed.',
    how: `${cutting} ${joining} The weight is the mean TF-IDF over all texts: how often a word is there, times ln((1 + texts) ÷ (1 + texts with it)) + 1, each text of length 1 (Spärck Jones, 1972; as scikit-learn has it).`,
    also: 'text mining word frequency count tokens tf-idf n-gram collocation tickets comments reviews word cloud',
    says: (told) =>
      told.text('by') === ''
        ? `Count the words in ${told.name('text')}`
        : `Count the words in ${told.name('text')} for each ${told.name('by')}`,
    fields: { ...fields, by: 'For each' },
  },
  keywords: {
    name: 'Keywords of groups',
    help: 'What the texts of each group say more than those of all others: by category, channel, mark or month.',
    how: `${cutting} ${joining} z is the log-odds ratio of a word in a group against all others, with a Dirichlet prior spread as in all texts and worth as many words as there are different ones, divided by its standard error (Monroe, Colaresi and Quinn, “Fightin’ Words”, 2008). Words with z from 1.96 on are listed, where they are in so many texts of the group.`,
    also: 'text mining keyness log odds distinctive words compare groups fightin words',
    says: (told) => `Find what each ${told.name('by')} says more than others in ${told.name('text')}`,
    fields: { ...fields, by: 'Groups', most: 'Words of each group, at most' },
  },
  topics: {
    name: 'Topics of texts',
    help: 'Finds topics that nobody has named, and puts beside each row its main topic and how much of the text that accounts for. Beside it: the tables topics (their words, how many rows, an example) and words.',
    how: `${cutting} Words are weighed by TF-IDF, and the table of texts and words is taken apart into texts × topics and topics × words without negative values (NMF: Lee and Seung, 1999; HALS: Cichocki and Phan, 2009; start by NNDSVDa: Boutsidis and Gallopoulos, 2008; as scikit-learn has it). A text’s main topic is the one that accounts for most of its squared weights, and for a quarter at least of what topics account for on the whole; topic_share is how much. Another number of topics gives other topics: try some.`,
    also: 'text mining topic model nmf lda clustering themes tickets categorise',
    says: (told) => `Find ${told.text('topics')} topics in ${told.name('text')}`,
    fields: { ...fields, topics: 'Topics', seed: 'Number to draw by' },
  },
  similar: {
    name: 'Texts like one',
    help: 'How like a text of yours each of the others is, from 0 to 1, by the words that they share. Sort by it to see the nearest.',
    how: `${cutting} The cosine of the texts’ TF-IDF weights (Salton, Wong and Yang, 1975): rare words that are shared count more than frequent ones; the order of words has no say.`,
    also: 'text search nearest similar duplicates cosine similarity tf-idf find alike',
    says: (told) => `Compare ${told.name('text')} with “${told.text('like')}”`,
    fields: { text: 'Texts', like: 'Text to compare with' },
  },
  sentiment: {
    name: 'Sentiment of texts',
    help: 'How good or bad each text sounds, from −5 to 5, by the words in it. English by AFINN; Chinese by a short list made for what customers write. Beside it: the table words.',
    how: 'The mean of the scored words of a text: AFINN-165 for English (Nielsen, 2011), without words such as please and like; a list of Quire’s own for Chinese and emoji, from −3 to 3. A word that is denied among the three words before it counts −0.74 times (Hutto and Gilbert, VADER, 2014). Over 0 is positive, under 0 negative; a text without a scored word has none.',
    also: 'text mining opinion mood emotion satisfaction positive negative afinn polarity',
    says: (told) => `Score how good or bad ${told.name('text')} sounds`,
    fields: { text: 'Texts' },
  },
};

/** What keeps an analysis from fitting. */
export const textWhy = {
  'no-words': 'There is no word in the texts: only numbers, marks, links, or words that are left out.',
  'no-words-to-compare': 'There is no word in the text to compare with. Write more of it.',
  'words-too-rare': 'No word is in {least} {least|text|texts} or more. Ask for fewer.',
  'texts-one-group': 'All texts are of one group. Choose a column with two values or more.',
  'text-is-group': 'Texts and groups must be two different columns.',
  'too-many-topics':
    'There are too few texts or words for {topics} topics: {limit} are the most. Ask for fewer, or for words in fewer texts.',
};

/** What was found, and what to know of it. */
export const textNotes = {
  'words-found': '“{word}” is in {texts} of {of} texts ({percent} %), more than any other word.',
  'words-phrase': 'The most frequent phrase is “{phrase}”, in {texts} {texts|text|texts}.',
  'words-counted':
    '{words} {words|word|words} and {phrases} {phrases|phrase|phrases} are in {least} {least|text|texts} or more.',
  'keywords-found':
    '“{word}” sets “{group}” apart most: it is in {percent} % of its texts, and in {elsewhere} % of all others.',
  'keywords-none': 'No word is said surely more by one of the {groups} groups than by the others.',
  'keywords-of': '“{group}”: {words}.',
  'keywords-chance':
    '{words} words and phrases were looked at: by chance alone, one in forty would come to z = {least} in a group. Go by those far above it.',
  'topics-found':
    '{placed} of {of} texts fall into {count} topics. The largest, with {rows} ({percent} %), speaks of {words}.',
  'topic-is': 'Topic {topic} ({rows} {rows|text|texts}, {percent} %): {words}.',
  'topics-unplaced':
    '{count} of {of} texts fit none of them: every topic says little of what they say. More topics place more.',
  'topics-explained':
    'Topics account for {explained} % of what the words of each text say; the rest is each text’s own. The share grows with the number of topics.',
  'topics-unsettled': 'Topics had not settled after {rounds} rounds; others may come out as well.',
  'similar-found': 'The nearest is “{text}”, with a likeness of {score} of 1.',
  'similar-none': 'None of {rows} texts shares a word with that one.',
  'sentiment-found': '{negative} of {of} texts ({bad} %) sound bad, and {positive} ({good} %) sound good.',
  'sentiment-none': 'None of {of} texts has a word that is scored.',
  'sentiment-unknown': '{count} of {of} texts have no word that is scored, and so no score.',
  'sentiment-bad': 'What weighs most against: {words}.',
  'sentiment-good': 'What weighs most in favour: {words}.',
  'sentiment-rough':
    'A list of words knows no irony and no trade: read some texts of each kind before you go by it, and compare many rather than single ones. The Chinese list is short.',
  'texts-wordless': '{count} of {of} texts have no word that is counted.',
  'words-by-dictionary':
    'Words without spaces between them (Chinese, Japanese, Thai) are cut by this browser’s dictionary; another browser may cut some otherwise.',
};
