import type { StepWords } from './told';

const fields = {
  text: '文本列',
  stop: '去掉没有实际意义的词（的、了；the、and）',
  own: '另外去掉这些词（每行一个）',
  least: '至少出现在几条文本中',
  phrases: '同时统计短语（电子发票；refund policy）',
};

/** 各种文本分析中“词”的含义。 */
const cutting =
  '英文一律小写、全角转半角；数字、网址、邮箱和单个字母不算词，表情符号算；否定词（没有、not）只出现在短语里。中文按浏览器自带的词典切分（Unicode 标准附录 29），另补充了一些电商和客服用词；常常连在一起的单字合为一词。简体和繁体算两个词，请先统一。';
const joining =
  '相邻的词若同时出现的次数达到随机情况的 8 倍、且 t 值超过 1.65，即为短语（Church 与 Hanks，1990；Church 等，1991）；完全相同的文本在此只算一条。';

export const text: Readonly<Record<string, StepWords>> = {
  words: {
    name: '词频与短语',
    help: '文本里都在说什么：每个词和短语出现在多少条文本中。中文、英文和中英混排都可以。',
    how: `${cutting}${joining}权重是全部文本 TF-IDF 的均值：词在文本中的次数 ×（ln((1 + 文本数) ÷ (1 + 含该词的文本数)) + 1），每条文本归一为长度 1（Spärck Jones，1972；与 scikit-learn 相同）。`,
    also: '文本 分词 词频 词云 短语 搭配 关键词 工单 评论 反馈 text word frequency tf-idf phrase',
    says: (told) =>
      told.text('by') === ''
        ? `统计 ${told.name('text')} 的词`
        : `按 ${told.name('by')} 统计 ${told.name('text')} 的词`,
    fields: { ...fields, by: '分组' },
  },
  keywords: {
    name: '各组关键词',
    help: '与其他组相比，每一组的文本更常说什么：按类别、渠道、评分或月份。',
    how: `${cutting}${joining}z 是该词在本组与其余各组之间的对数优势比除以其标准误；先验为 Dirichlet 分布，比例与全部文本相同，总量等于不同的词数（Monroe、Colaresi 与 Quinn，“Fightin’ Words”，2008）。列出 z 不小于 1.96、且在本组达到上述条数的词。`,
    also: '文本 关键词 特征词 对比 分组 差异 text keyness log odds distinctive',
    says: (told) => `找出每个 ${told.name('by')} 的 ${told.name('text')} 更常说的词`,
    fields: { ...fields, by: '分组', most: '每组最多几个词' },
  },
  topics: {
    name: '文本主题',
    help: '从文本中自动归纳主题，在每一行旁边写上它的主要主题及所占比例。另有 topics（各主题的词、行数、例子）和 words（主题词权重）两张表。',
    how: `${cutting}词按 TF-IDF 加权，再把“文本 × 词”的表分解为“文本 × 主题”和“主题 × 词”两个非负矩阵（NMF：Lee 与 Seung，1999；HALS：Cichocki 与 Phan，2009；起点用 NNDSVDa：Boutsidis 与 Gallopoulos，2008；与 scikit-learn 相同）。主要主题是解释该文本权重平方和最多的一个，且至少达到全部文本平均水平的四分之一；topic_share 即这一比例。主题个数不同，归纳出的主题也不同，不妨多试几个。`,
    also: '文本 主题 主题模型 归类 聚类 工单分类 nmf lda topic model',
    says: (told) => `从 ${told.name('text')} 中归纳 ${told.text('topics')} 个主题`,
    fields: { ...fields, topics: '主题个数', seed: '随机种子' },
  },
  similar: {
    name: '相似文本',
    help: '每条文本与您给出的一段话有多相似（0 到 1），看它们有多少共同的词。按它排序即可看到最相近的。',
    how: `${cutting}相似度为 TF-IDF 权重的余弦（Salton、Wong 与 Yang，1975）：共有的词越少见，作用越大；不看词序。`,
    also: '文本 查找 相似 相近 重复 搜索 余弦 text similar nearest cosine',
    says: (told) => `比较 ${told.name('text')} 与“${told.text('like')}”`,
    fields: { text: '文本列', like: '要比较的文本' },
  },
  sentiment: {
    name: '文本情感',
    help: '按用词判断每条文本的褒贬（−5 到 5）。英文用 AFINN 词表，中文用本软件自编的一份客服用词短表。另有 words（计分的词）一张表。',
    how: '文本中计分词的平均分：英文用 AFINN-165（Nielsen，2011），去掉 please、like 等词；中文和表情符号用自编词表，−3 到 3。前三个词内有否定词的，按 −0.74 倍计（Hutto 与 Gilbert，VADER，2014）。大于 0 为正面，小于 0 为负面；没有计分词的文本不打分。',
    also: '文本 情感 情绪 褒贬 正面 负面 满意 评价 sentiment afinn',
    says: (told) => `判断 ${told.name('text')} 的褒贬`,
    fields: { text: '文本列' },
  },
};

/** 分析不适用的原因。 */
export const textWhy = {
  'no-words': '文本中没有可统计的词：只有数字、标点、网址，或者都是已去掉的词。',
  'no-words-to-compare': '要比较的文本中没有可用的词，请多写一些。',
  'words-too-rare': '没有词出现在 {least} 条以上的文本中，请把条数调低。',
  'texts-one-group': '所有文本都属于同一组。请选择至少有两个不同值的列。',
  'text-is-group': '文本和分组必须是两个不同的列。',
  'too-many-topics':
    '文本或词太少，归纳不出 {topics} 个主题，最多 {limit} 个。请减少主题个数，或降低“至少出现在几条文本中”。',
};

/** 发现了什么，以及应当知道的。 */
export const textNotes = {
  'words-found': '{of} 条文本中有 {texts} 条（{percent}%）提到“{word}”，比其他词都多。',
  'words-phrase': '最常见的短语是“{phrase}”，出现在 {texts} 条文本中。',
  'words-counted': '出现在 {least} 条以上文本中的词有 {words} 个，短语有 {phrases} 个。',
  'keywords-found':
    '“{word}”最能体现“{group}”的特点：本组有 {percent}% 的文本提到，其他各组只有 {elsewhere}%。',
  'keywords-none': '{groups} 个组之间，没有哪个词明显更常出现在某一组。',
  'keywords-of': '“{group}”：{words}。',
  'keywords-chance':
    '一共看了 {words} 个词和短语：仅凭偶然，每组也会有约四十分之一的词达到 z = {least}，请以远高于它的词为准。',
  'topics-found':
    '{of} 条文本中有 {placed} 条归入 {count} 个主题，最大的一个有 {rows} 条（{percent}%），谈的是：{words}。',
  'topic-is': '主题 {topic}（{rows} 条，{percent}%）：{words}。',
  'topics-unplaced':
    '{of} 条文本中有 {count} 条不属于任何一个主题：哪个主题都概括不了多少内容。主题越多，能归入的越多。',
  'topics-explained':
    '这些主题概括了各条文本用词的 {explained}%，其余是每条文本自己的内容。主题越多，这个比例越高。',
  'topics-unsettled': '经过 {rounds} 轮，主题仍未稳定，也可能得到别的结果。',
  'similar-found': '最相近的是“{text}”，相似度 {score}（最高为 1）。',
  'similar-none': '{rows} 条文本都与它没有共同的词。',
  'sentiment-found': '{of} 条文本中，{negative} 条（{bad}%）偏负面，{positive} 条（{good}%）偏正面。',
  'sentiment-none': '{of} 条文本都没有计分的词。',
  'sentiment-unknown': '{of} 条文本中有 {count} 条没有计分的词，因此没有分数。',
  'sentiment-bad': '负面分主要来自：{words}。',
  'sentiment-good': '正面分主要来自：{words}。',
  'sentiment-rough':
    '词表不懂反话，也不懂行业用语：请先各看几条原文再采信，并用于比较许多文本，而不是单独一条。中文词表较短。',
  'texts-wordless': '{of} 条文本中有 {count} 条没有可统计的词。',
  'words-by-dictionary':
    '中文、日文、泰文等不用空格分词的文字由本浏览器的词典切分，换一个浏览器，个别词的切分可能不同。',
};
