import type { cards as en } from './cards.en';

export const cards: typeof en = {
  heading: '从一项任务开始',
  lede: '只要指明您的哪一列是什么，工作簿、图表和报告就会自动做好。',
  of: {
    salesReport: {
      title: '销售报告',
      about: '卖了多少、在哪些渠道、卖给了谁，逐月走势如何，接下来会怎样。',
    },
    basket: {
      title: '购物篮分析',
      about: '哪些商品常被一起买走、关联有多强，以及买了什么时该推荐什么。',
    },
    segments: {
      title: '客户分层与分群',
      about: '谁是最好的客户，谁正在疏远，哪些客户买法相似：RFM 评分加聚类，并附一份可以逐个跟进的名单。',
    },
    churn: {
      title: '客户流失分析',
      about: '流失了多少客户，哪些会回来，谁即将离开：用订单记录，或用有起止日期的合同来分析。',
    },
    quality: {
      title: '数据质量报告',
      about: '一张表是否完整、唯一、有效、统一、及时：给出评分，并指出最该先改什么。',
    },
    service: {
      title: '客服与沟通报告',
      about: '工单有多少、回复有多快、卡在哪里、客户是否满意、都在说些什么；也包括电话和消息。',
    },
    cleanList: {
      title: '整理客户名单',
      about: '电话、邮箱、日期、城市统一写法，标出重复的人，可一键遮盖个人信息，整理好即可导出。',
    },
  },
};
