/** What is said of templates before one of them is looked at. */
export const cards = {
  heading: 'Begin with a task',
  lede: 'Choose which of your columns is what; the workbook, its charts and its report are made for you.',
  of: {
    salesReport: {
      title: 'Sales report',
      about:
        'What was sold, where and to whom, how it moves from month to month, and what is to be expected.',
    },
    basket: {
      title: 'Basket analysis',
      about: 'What is bought together, how strongly it hangs together, and what to recommend with what.',
    },
    segments: {
      title: 'Customer segments',
      about:
        'Who your best customers are, who is drifting away, and which groups buy alike: by RFM scores and by clusters, with a list to work through.',
    },
    churn: {
      title: 'Churn: who is leaving',
      about:
        'How many customers you lose, which ones come back, and who is about to leave: from orders, or from contracts with a start and an end.',
    },
    quality: {
      title: 'Data quality report',
      about:
        'How complete, unique, valid, uniform and fresh a table is, with a score and what to mend first.',
    },
    service: {
      title: 'Service report',
      about:
        'How many tickets come in, how long answers take, where it gets stuck, how content customers are and what they write; calls and messages too.',
    },
    cleanList: {
      title: 'Clean a customer list',
      about:
        'One form for phones, e-mails, dates and cities, doubles marked, personal data masked if you wish; ready to be saved.',
    },
  },
};
