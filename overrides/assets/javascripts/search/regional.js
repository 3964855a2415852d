// What people in Taiwan, Hong Kong and Macau call things, and what those say anywhere who have read no contract. A query
// with such a word is also answered for the handbook's: where the word stands in a few places only, as a search word of
// theirs, the others would not be found.
/** @typedef {{at: number, end: number, words: string[]}} Other */
var regional = (function () {
  // First the handbook's word, then the others; reviewed by hand. Words that differ in script only are folded already.
  var WORDS = [
    "个人信息 個資 個人資料 私隱",
    "隐私 私隱",
    "征信 聯徵 信用紀錄 信貸紀錄 信貸記錄 環聯 信評 信用評分 信貸評級 信用瑕疵",
    "信用报告 聯徵報告 信貸報告",
    "短信 簡訊 短訊 訊息",
    "信息 資訊 訊息",
    "账号 帳號 戶口 帳戶",
    "账户 帳戶 銀行戶口 存摺 存簿",
    "账单 帳單 月結單",
    "银行卡 提款卡 金融卡 扣帳卡 銀行戶口",
    "信用卡 卡債 卡數",
    "软件 軟體 程式",
    "网络 網路",
    "网贷 網路貸款 網路借貸 線上貸款 線上借貸 網上貸款 網上借貸 財務公司 財仔 信貸 小額信貸",
    "高利贷 地下錢莊 錢莊 貴利 大耳窿",
    "催收 討債 收數 追數 追債 催帳 催繳 逼債",
    "律师函 存證信函 律師信",
    "律师 狀師",
    "派出所 差館 警局 警署 警察局 警政署 警政",
    "警察 差人 阿sir",
    "报警 報案 報差館",
    "诈骗 詐欺 騙案 詐騙集團 老千",
    "骗子 騙徒 老千 詐騙集團",
    "被骗 被呃 畀人呃 俾人呃 中伏",
    "反诈 防詐 反詐騙",
    "手机 手提電話 行動電話 手提",
    "手机号 門號 手機號碼",
    "手机卡 門號 電話卡 sim卡 預付卡 太空卡 人頭卡",
    "微信 whatsapp line telegram messenger",
    "联系 聯絡",
    "通讯录 聯絡人 電話簿 通訊簿",
    "验证码 認證碼 otp 一次性密碼",
    "密码 密碼 通行碼",
    "登录 登入",
    "注销 刪帳號 銷戶 停用帳號",
    "卸载 解除安裝 移除程式",
    "删除 移除",
    "屏幕 螢幕 熒幕 螢光幕",
    "截图 擷圖 螢幕截圖 cap圖",
    "共享 分享",
    "视频 影片 視訊",
    "远程 遠端 遙距",
    "链接 連結",
    "识别 辨識",
    "人脸 臉部 面容",
    "照片 相片",
    "记录 紀錄",
    "打印 列印",
    "复印件 影本 影印本",
    "邮件 電郵 伊媚兒",
    "身份证 身分證",
    "证件 台胞證 回鄉證",
    "泄露 外洩 洩漏 外流",
    "冒名 冒用 盜用",
    "挂失 報失 止付",
    "冻结 警示帳戶",
    "出借 人頭戶 人頭帳戶",
    "转账 轉帳 匯款 過數 入數 轉數快 匯錢",
    "还款 還錢 繳款 還數 找數 清數",
    "不还 唔還",
    "欠款 欠債 欠數 欠錢 爭錢",
    "逾期 遲繳 拖數 走數 呆帳",
    "协商 債務協商 債務整合 債務重組 前置協商",
    "扣款 扣繳 自動轉帳",
    "担保 保人 連帶保證人 保證人",
    "合同 合約 契約",
    "借条 借據 本票",
    "中介 仲介 經紀",
    "工资 薪水 薪資 人工 出糧",
    "投诉 申訴 客訴",
    "举报 檢舉 告發",
    "起诉 提告 控告 入稟",
    "法院 法庭",
    "强制执行 強執 法扣 扣薪",
    "法律援助 法律扶助 法扶 當值律師",
    "金融监管 金管會 金管局",
    "消费者协会 消保官 消保會 消委會",
    "骚扰 滋擾",
    "拉黑 封鎖",
    "油漆 潑漆 紅油",
    "套现 換現金 刷卡換現",
    "父母 長輩 長者 屋企人 老豆 阿媽",
    "未成年 細路 仔女 小孩",
    "证据 蒐證 佐證",
    "曝光 po網 po上網 爆料 起底",
    "网上 po網 po上網 網路上",
    "表格 表單",
    "房东 業主 包租公 包租婆",
    "租房 租屋 租樓",
    "公司 公司行號 商號",
    "领导 主管 上司 老闆 波士 事頭",
    "单位 返工 公司行號",
    "辞退 炒魷魚 解僱 開除 資遣",
    "失业 待業 無薪假 冇工",
    "提前还款 提早還款 提前清償",
    "二维码 qr碼 qrcode 行動條碼",
    "充值 儲值 增值",
    "警察 員警 警方 條子",
    "派出所 分局",
    "检察院 地檢署 地檢 律政司",
    "起诉 打官司",
    "高利贷 重利",
    "校园贷 學貸 學生貸款",
    "支付宝 alipay",
    "微信 wechat",
    "骚扰电话 騷擾來電 推銷電話 廣告電話 電銷",
    "陌生 不明",
    "退订 取消訂閱",
    "债务优化 整合負債 負債整合 代償",
    "去世 往生 過身",
    "老人 阿公 阿嬤 阿婆 老人家",
    "配偶 先生 太太 牽手",
    "护照 旅行證件 特區護照 回鄉卡",
    "出境 出關 離境",
    "失信 信用不良 拒絕往來",
    "冒充 假冒 佯裝 自稱",
    "担保 作保 對保",
    "人头 人頭 車手 借牌",
    "水印 浮水印",
    "调解 調停",
    "平台 業者 網站",
    "客服 客戶服務 專線",
    // How courts, police and offices are called there, and what they do.
    "坐牢 被關 關起來 坐監 入冊 踎監 吃牢飯 服刑",
    "开庭 上庭 出庭 過堂",
    "起诉 訴訟 告我 告上法院 吃官司 提訴",
    "立案 落案 成案",
    "回执 三聯單 受理案件證明單",
    "支付令 支付命令",
    "法院 地院 簡易庭 裁判處",
    "查封 假扣押 封屋",
    "村委会 公所 里長 村長 鄰長",
    "居委会 里長 里辦公處",
    "公证 公證人 見證律師",
    "身份证 國民身分證",
    "出境 海關 過關 關口",
    "入境 海關 過關 關口",
    "内地 大陸那邊 對岸",
    // Money, loans and what comes of them.
    "逾期 遲還 遲交 過期未繳 延遲繳款 脫期",
    "还不上 還唔到 還唔起 繳不出來 繳不起 付不出來 爆煲 週轉不靈 周轉不靈",
    "还款日 繳款日 扣款日 找數日",
    "最低还款 最低應繳",
    "提现 出金 提領 領錢 撳錢 攞錢",
    "到账 入帳 撥款 放數 過戶口",
    "本金 母金",
    "违约金 罰金",
    "结清 清償 找清 清晒 還晒 繳清",
    "还清 清償 找清 清晒 還晒 繳清",
    "保证金 訂金 押金 按金",
    "手续费 代辦費 開辦費 行政費",
    "债权转让 債權讓與 賣債",
    "代理维权 代辦公司 代辦業者 代辦 理債公司 二胎代辦",
    "催收 催債 討數 追錢 收爛數 討錢",
    "催收公司 資產管理公司 討債集團 收數公司 財務佬",
    "分期 供款 月供",
    "利息 利錢 息口",
    "亲戚 親屬",
    "商家 店家 舖頭",
    "培训 補習班 補教 補習社",
    // Phones, accounts and what is done with them.
    "相册 相簿 圖庫",
    "关掉 熄咗 關咗",
    "通讯录 手機聯絡人 電話簿聯絡人",
    "停机 停話 斷線 cut線",
    "群 群組",
    "客服 客服人員 服務人員 專員",
    "丢了 唔見咗 遺失 弄丟",
    "软件 app程式 應用程式",
    "钓鱼 釣魚 假網站",
    "视频 視像",
    "朋友圈 臉書 fb facebook ig instagram threads",
    // People.
    "孩子 小朋友 細路 囝囝 囡囡 仔仔",
    "妈妈 媽媽 老母 阿母",
    "父亲 老竇 阿爸",
    "丈夫 老公仔 外子",
    "妻子 老婆仔 內人",
    "学生 念書 讀書 讀緊書",
    "法定代表人 負責人 掛名負責人",
    "联系人 聯絡人 緊急聯絡人",
    "聋哑 聾啞 聽障 啞巴",
    "失智 認知障礙 腦退化 老人癡呆",
    "精神 思覺失調 躁鬱 憂鬱",
    "自杀 輕生 尋短",
    // Small words that carry the sense.
    "不肯 唔肯 唔俾 唔畀 唔準 不願意",
    "打给 打畀 打俾 打電話畀 打電話俾",
    "找 搵",
    "上门 上嚟 嚟我屋企 來我家 登門",
    "家 屋企",
    "看不懂 睇唔明 睇唔懂",
    "威胁 撂狠話",
    "砍 斬 劈",
    "裸照 私密照 不雅照 性影像",
    "没收入 冇收入 冇嘢做 沒工作 沒薪水",
    // Said in many places, and not only there: what people call it who have not read a contract.
    "催收 要账 要债 讨债 催债 催款 追债 收账",
    "抓 逮捕 捉",
    "起诉 告我 打官司",
    "注销 销号 删号 关户",
    "担保 作保 保人",
    "没钱 手头紧 拿不出钱 揭不开锅",
    "失业 裁员 下岗 没工作",
    "骂 辱骂 爆粗 讲粗口 问候",
  ];
  /** @type {Map<string, string[]> | undefined} */
  var others;
  var pattern = /(?!)/g;

  /** Fold the words as queries are: the rows of a language must have been read. */
  function learn() {
    /** @type {Map<string, string[]>} */
    var found = new Map();
    WORDS.forEach(function (line) {
      var names = line.split(" ").map(folding.fold);
      names.slice(1).forEach(function (name) {
        if (name !== names[0]) found.set(name, (found.get(name) || []).concat(names[0]));
      });
    });
    var longest = Array.from(found.keys()).sort(function (one, other) {
      return other.length - one.length;
    });
    pattern = new RegExp(longest.map(bounded).join("|"), "g");
    return found;
  }

  /** @param {string} name */
  function bounded(name) {
    return /^[a-z]+$/.test(name) ? "\\b" + name + "\\b" : name;
  }

  /**
   * Return the words of a folded query that the handbook has others for.
   * @param {string} text
   * @returns {Other[]}
   */
  function within(text) {
    var known = (others = others || learn());
    /** @type {Other[]} */
    var found = [];
    text.replace(pattern, function (name, at) {
      found.push({ at: at, end: at + name.length, words: known.get(name) || [] });
      return name;
    });
    return found;
  }

  return { within: within };
})();
