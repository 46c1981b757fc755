import { cards } from './cards.en';
export const basket = {
  ...cards.of.basket,
  tables: { lines: 'Order lines' },
  columns: {
    order: 'Order',
    product: 'Product',
    category: 'Category',
    quantity: 'Quantity',
    price: 'Unit price',
  },
  names: {
    lines: 'lines_clean',
    without: 'leave_out',
    leastOrders: 'least_orders',
    leastLift: 'least_lift',
    leastShare: 'least_share',
    offered: 'offered_with',
    kept: 'lines_kept',
    baskets: 'baskets',
    figures: 'figures',
    rules: 'rules',
    pairs: 'pairs',
    links: 'links',
    best: 'best_pair',
    held: 'category_pairs',
    orders: 'total_orders',
    share: 'share_of_several',
    products: 'products_an_order',
    value: 'value_of_an_order',
    sizes: 'basket_sizes',
    values: 'basket_values',
    top: 'top_products',
    network: 'pair_network',
    strongest: 'strongest_pairs',
    categories: 'categories_together',
    shown: 'offers_shown',
    surest: 'surest_offers',
    offers: 'offers',
    bundleRows: 'bundle_sets',
    bundles: 'bundles',
  },
  fields: {
    size: 'Products in the order',
    products: 'Products',
    value: 'Value',
    several: 'Several products',
    bought: 'Who buys',
    offer: 'is offered',
    both: 'Orders with both',
    share: 'Also bought, %',
    lift: 'Times as often',
    open: 'Orders without it',
    pair: 'Pair',
    step: 'Offer',
    bundle: 'Bundle',
    bundleOrders: 'Orders',
    with: 'Of the orders with',
    also: 'also hold',
    held: 'Share',
  },
  labels: {
    without: 'Leave out (bags, delivery fees …)',
    leastOrders: 'Pairs in at least so many orders',
    leastLift: 'At least so many times as often',
    leastShare: 'At least so many % also buy it',
    offered: 'What to offer with (none: all)',
  },
  nothing: 'Where there is no order, one that holds nothing',
  bought: 'Without lines that give something back',
  head: (figures: string) =>
    `**{{${figures}.several_share}} %** of {{${figures}.orders}} orders hold more than one product; on average an order holds {{${figures}.mean}} of the {{${figures}.products}} products.`,
  headBest: (best: string) =>
    `Strongest pair: **{{${best}.pair}}**, {{${best}.lift}} times as often as by chance. {{${best}.open}} orders held the first without the second.`,
  noPair: 'none that is frequent enough',
  figures: {
    orders: 'Orders',
    share: 'Orders with several products',
    products: 'Products an order',
    value: 'Value of an order, median',
  },
  basketsHead: `## What is in an order

Orders with one product are where a recommendation can add most. Products that are in many orders go with everything; what goes together by more than chance stands in the next part.`,
  sizes: 'Orders by how many different products they hold',
  values: 'Value of an order by how many products it holds, median',
  top: 'Products that are in most orders',
  pairsHead: `## What goes together

The wider a line, the more orders hold both. “Times as often” compares with chance: at 3, orders with the one hold the other three times as often as orders do in general. Below 1 they avoid each other; just above 1 it means little.`,
  network: 'Products that go together, by orders with both',
  strongest: 'The strongest pairs: how many times as often as by chance',
  categoriesHead: `### By category

A row is read from the left: of the orders that hold something of this category, this share holds something of the other as well. Blank: never in one order.`,
  categories: 'Share of the orders with one category that hold the other',
  offersHead: `## What to recommend

What to offer to whom, the surest first. “Orders without it” is how many orders held the one and not the other so far: the room there is. A pair that always goes together may already be sold as a set; then there is nothing left to win.

The second table has three products that are bought in one order, the most frequent first: ideas for a set.`,
  surest: 'The surest offers: of the orders with the first, so many % hold the second too',
  notes: `## How this was counted

Rows that are in the file twice are counted once; lines without an order or without a product are left out. A product counts once an order, however many pieces were bought. Full-width letters are taken as half-width ones, so that two spellings of a product are one.

Pairs and bundles have to be in at least 0.2 % of the orders, and in two. The share of a pair is what was seen, not what a recommendation would cause: try it with some of the customers first.`,
  notesQuantity:
    'Lines with a negative quantity, or one of nought, are given back and left out; the purchase before them stays.',
  notesPrice: 'The value of an order is the sum of quantity × unit price, before discounts.',
  notesPriceOnly: 'The value of an order is the sum of its unit prices, before discounts.',
};
