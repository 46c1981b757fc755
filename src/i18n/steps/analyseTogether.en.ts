import type { StepWords } from './told';

export const together: Readonly<Record<string, StepWords>> = {
  rules: {
    name: 'Bought together (rules)',
    help: 'Which items go together in one basket, as rules: who has these also has that. A row names a basket and an item, or a basket with a list of items, or has a column for each item. Beside it: the table itemsets.',
    how: 'Frequent sets are found depth first (Uno et al., LCM, 2003), and each gives rules with one item on the right (Agrawal and Srikant, 1994). Lift is confidence over the share of the right side in all baskets; leverage is support less what chance would give; conviction (Brin et al., 1997) is missing where a rule always holds; zhang runs from −1 to 1 (Zhang, 2000).',
    also: 'association rules market basket apriori eclat fp-growth support confidence lift recommend cross-sell',
    says(told) {
      if (told.is('layout', 'list')) return `Find rules in the lists of ${told.name('list')}`;
      if (told.is('layout', 'one-hot')) return `Find rules among ${told.names('columns')}`;
      return `Find rules among ${told.name('item')} in each ${told.name('basket')}`;
    },
    fields: {
      layout: 'The table has',
      basket: 'Basket, order or visit',
      item: 'Item',
      list: 'Items of a basket',
      separator: 'Between items (empty: any of , ; | ， ； 、)',
      columns: 'Columns of items (yes, or above 0)',
      support: 'In at least this share of baskets, % (and in 2)',
      confidence: 'True at least this often, %',
      lift: 'Lift of at least',
      longest: 'Items in a rule, at most',
      shortest: 'Leave out rules that a shorter one says as surely',
    },
    choices: {
      layout: {
        long: 'a row for each item',
        list: 'a list for each basket',
        'one-hot': 'a column for each item',
      },
    },
  },
  recommend: {
    name: 'Recommend to each customer',
    help: 'What to offer each customer: the items most like those that it has, of the ones that it has not, each with the item because of which it is offered. Rows name a customer and an item. Beside it: the tables similar (which items go together) and check (how often that would have been right).',
    how: 'Two items are alike by the cosine of who has them: customers with both over the root of the product of those with each (Sarwar et al., 2001), so that an item is not like all others because everybody has it. An offer’s score is the sum over what the customer has, of the 50 items most like each (Deshpande and Karypis, 2004); where too few are alike, what most customers have comes after. Cosine and not lift, which is largest for items that hardly anybody has. It is tried by holding back the item that each customer came to last, beside offering what most have.',
    also: 'recommendation recommender collaborative filtering cross-sell upsell next best offer personalise similar items',
    says: (told) => `Recommend ${told.text('top')} of ${told.name('item')} to each ${told.name('customer')}`,
    fields: {
      customer: 'Customer',
      item: 'Item',
      date: 'When (empty: rows in their order)',
      top: 'Items for each customer',
    },
  },
};

/** What keeps them from fitting. */
export const togetherWhy = {
  'basket-is-item': 'Baskets and items must be two different columns.',
  'too-many-sets':
    'More than {limit} sets of items are that frequent. Ask for a larger share of baskets, or for fewer items in a rule.',
  'no-items': 'There is no item in any basket.',
  'customer-is-item': 'Customers and items must be two different columns.',
  'one-item': 'There is only one item, so that nothing else can be offered.',
};

/** What was found, and what to know of it. */
export const togetherNotes = {
  'rules-found':
    '{count} {count|rule|rules} from {baskets} baskets; the strongest: {percent} % of those with {one} also have {other}, {lift} times the share in all baskets.',
  'rules-none':
    'No rule keeps these limits in {baskets} baskets. The most frequent item is {item}, in {count} of them.',
  'rules-no-items':
    'No item is in so many of the {baskets} {baskets|basket|baskets}. Ask for a smaller share.',
  'rules-redundant':
    '{count} {count|rule is|rules are} left out, because a shorter one says the same as surely.',
  'items-repeated': '{count} {count|row names|rows name} an item again that its basket has; it counts once.',
  'baskets-empty': '{count} of {of} baskets hold nothing; they count as baskets.',
  'offers-better':
    '{count} offers to {customers} customers. Tried on the item that each came to last, {top} offers find it for {percent} % of {tested} customers; what most have would for {popular} %.',
  'offers-no-better':
    '{count} offers to {customers} customers, no better than what most have: tried on the item that each came to last, {top} offers find it for {percent} % of {tested} customers, and what most have for {popular} %.',
  'offers-untried':
    '{count} offers to {customers} customers. They cannot be tried, because no customer has two items.',
  'offers-none':
    '{customers|The one customer has|Each customer has} every item, so that nothing is left to offer.',
  'offers-no-time': 'No column says when, so that the last row of a customer is taken for the latest.',
  'offers-popular':
    '{count} of {of} offers are what most customers have, because too little is like what these customers have.',
};
