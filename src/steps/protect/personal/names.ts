/** The surnames of more than 95 of 100 people in China, after the counts of the Ministry of Public Security. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';

export const compoundSurnames =
  '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|南宫|独孤|西门';

/** Characters on which given names like to end, and other words of two or three characters seldom do. */
export const givenEnds =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞刚玉萍红辉建国华文斌玲飞鹏宇浩然轩涵欣怡雨诗思佳琪嘉俊晨阳博雅婷雪梅慧莹倩琳颖洁璐瑶晓峰波林鑫龙凯亮健志成旭宁康瑞泽航诚豪睿哲翔帅毅恒铭锋彬昊宏祥福荣贵珍凤春月莲云燕菲蕾薇蓉妍妮悦彤淼萱馨语桐依若晴岚婉行启曦瑾宸希泓尧霖朗远安和平贤义良才德民庆忠权栋坤钧钊松柏楠桦森茜芸芝芬菊珊琴瑛瑜璇璟芮乐逸凡帆骏驰威武胜利达飏洲川鸣曼丹彦彩虹娇媛姗妹婧娥婵韵音舒畅笑茹莎蓓菁萌蕊露霏霄雯霜';

/** Cities that begin with what is a surname too. */
export const cities =
  '石家庄|张家口|马鞍山|秦皇岛|唐山|邢台|安阳|许昌|常州|常德|徐州|温州|金华|金昌|江门|黄山|黄石|黄冈|高雄|高邮|成都|武汉|武威|和田|和县|安康|安庆|安顺|贺州|柳州|梅州|包头|汤阴|毕节|宁波|宁德|龙岩|鲁山|古田|吉林|吉安|盛泽|阳江|阳泉|衡阳|白山|白城|白银|文山|文昌|连云港|朱家角|孟州|施甸|万州|景德镇|桂林|苏州|康定|全州|项城|关岭|蓝田|华阴|麻城|米脂|石狮|段园|曲靖|岳阳|商丘|辛集|房山|通州|左权|单县|莫斯科|马德里|罗马|温哥华|雷州|云浮|易县|林芝|向阳|柏林|华盛顿|牛津|麦加|宁夏|江苏|江西|海南|陕西|甘肃|云南|贵州|广东|任丘|韩城|郑州|兰州|曹县|钟祥|陆丰|惠州|利川|平凉';

/** Given names, in lower case: those that were most given in English-speaking countries, and pinyin of frequent surnames. */
export const givenNames =
  'james|john|robert|michael|william|david|richard|joseph|thomas|charles|christopher|daniel|matthew|anthony|mark|donald|steven|stephen|paul|andrew|joshua|kenneth|kevin|brian|george|timothy|ronald|edward|jason|jeffrey|ryan|jacob|gary|nicholas|eric|jonathan|larry|justin|scott|brandon|benjamin|samuel|gregory|alexander|frank|patrick|raymond|jack|dennis|jerry|tyler|aaron|jose|adam|nathan|henry|peter|zachary|kyle|noah|liam|lucas|oliver|ethan|mason|logan|leo|max|oscar|harry|charlie|simon|martin|philip|alan|ian|colin|hugo|felix|luis|carlos|juan|antonio|marco|luca|pierre|jean|hans|klaus|ivan|omar|ahmed|mohamed|muhammad|ali|raj|arjun|mary|patricia|jennifer|linda|elizabeth|barbara|susan|jessica|sarah|karen|lisa|nancy|betty|margaret|sandra|ashley|kimberly|emily|donna|michelle|carol|amanda|melissa|deborah|stephanie|rebecca|sharon|laura|cynthia|dorothy|amy|kathleen|angela|shirley|emma|brenda|pamela|nicole|anna|samantha|katherine|christine|helen|debra|rachel|carolyn|janet|maria|catherine|heather|diane|olivia|julie|joyce|victoria|ruth|virginia|lauren|kelly|christina|joan|evelyn|judith|andrea|hannah|megan|cheryl|jacqueline|martha|madison|teresa|gloria|sara|janice|ann|kathryn|abigail|sophia|frances|jean|alice|judy|isabella|julia|grace|amber|denise|danielle|marilyn|charlotte|natalie|theresa|diana|sophie|ella|chloe|mia|lucy|eva|zoe|elena|clara|ingrid|fatima|aisha|priya|ana|sofia|camille|claire|yuki|kenji|tom|tim|bob|bill|joe|mike|dave|steve|kate|jane|rose|ben|sam|dan|alex|chris|tony|ken|vivian|cindy|tina|wendy|jenny|ivy|daisy|fiona|iris|coco|kitty|jimmy|johnny|eddie|bruce|jackie';
export const pinyinSurnames =
  'wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|deng|han|feng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|ding|ren|shen|yao|zhong|tan|fan|liao|shi|jin|jia|xia|fu|fang|zou|xiong|bai|meng|qin|qiu|hou|jiang|yin|xue|yan|lei|long|tao|qian|dai|mo|kong|wong|chan|lee|lau|cheung|smith|johnson|brown|jones|miller|davis|wilson|taylor|moore|jackson|white|harris|thompson|garcia|martinez|robinson|clark|rodriguez|lewis|walker|hall|young|king|wright|lopez|hill|green|baker|nelson|carter|mitchell|roberts|turner|phillips|campbell|parker|evans|edwards|collins|stewart|murphy|kim|park|nguyen|tran|singh|patel|khan|schmidt|müller|muller|schneider|fischer|weber|meyer|wagner|becker|hoffmann|rossi|silva|santos|ivanov|tanaka|suzuki|sato|yamamoto|watanabe';
