import type { churn as words } from '../i18n/templates/churn.en';
import { buyers } from './buyers';
import { toChurnOfContracts } from './churn/contracts';
import { toChurnOfOrders } from './churn/orders';
import { toParts } from './churn/part';
import { amount, channel, customer, maybe, order, orderDate, status } from './roles';
import type { ColumnRole, TableRole } from './template';
import { toTemplate } from './template';

const start: ColumnRole = {
  ...orderDate,
  names: [
    ...orderDate.names.slice(0, 2),
    /^(start|began|begin|subscribed|joined|valid_?from|since)(_?(date|at|on|time))?$|^(开始|起始|生效|开通|签约|入会)(日期|时间)?$/i,
    ...orderDate.names.slice(2),
  ],
};

/** Only what ends a contract: an order has days of its own on which it was paid, sent or closed. */
const end: ColumnRole = {
  is: 'date',
  optional: true,
  names: [
    /^(end|ended|ends|expiry|expires|expired|expiration|valid_?(until|to)|terminated|termination|churned)(_?(date|at|on|time))?$|^(结束|终止|到期|失效|退订|解约|注销)(日期|时间)?$/i,
    /^(subscription|contract|membership)_?(end|ends|ended|expiry)|(合同|会员|订阅)(结束|到期|终止)/i,
  ],
};

const orders: TableRole = {
  names:
    /^orders?$|sales|invoice|transaction|subscription|contract|membership|订单|销售|交易|订阅|合同|会员/i,
  sample: 'orders.csv',
  columns: {
    customer,
    date: start,
    end,
    amount: maybe({
      ...amount,
      names: [...amount.names, /(^|[_ ])(fee|rent|rate|mrr|arr)s?$|月费|年费|会费|费用/i],
    }),
    order: maybe(order),
    channel: maybe({ ...channel, names: [...channel.names, /^(plan|tier|套餐|方案)$|plan|套餐/i] }),
    status: maybe(status),
  },
};

export const churn = toTemplate<typeof words>({
  id: 'churn',
  tables: { orders, customers: buyers },
  make(kit) {
    const parts = toParts(kit, orders);
    return {
      report: { contents: true },
      cells: parts.has('end') ? toChurnOfContracts(parts) : toChurnOfOrders(parts),
    };
  },
});
