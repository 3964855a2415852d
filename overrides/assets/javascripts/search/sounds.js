// Pinyin: Latin letters that are meant as Chinese, and characters that sound alike.
var sounds = (function () {
  // In GB 2312 the common characters are sorted by sound, so it is enough to know with which one each sound begins.
  var BEGINNINGS =
    "a啊ai埃an鞍ang肮ao凹ba芭bai白ban斑bang邦bao苞bei杯ben奔beng崩bi逼bian鞭biao标bie鳖bin彬bing兵bo玻bu哺ca擦cai猜can餐cang苍cao操" +
    "ce厕ceng层cha插chai拆chan搀chang昌chao超che车chen郴cheng撑chi吃chong充chou抽chu初chuai揣chuan川chuang疮chui吹chun春chuo" +
    "戳ci疵cong聪cou凑cu粗cuan蹿cui摧cun村cuo磋da搭dai呆dan耽dang当dao刀de德deng蹬di堤dian颠diao碉die跌ding丁diu丢dong东dou兜du都d" +
    "uan端dui堆dun墩duo掇e蛾en恩er而fa发fan藩fang坊fei菲fen芬feng丰fo佛fou否fu夫ga噶gai该gan干gang冈gao篙ge哥gei给gen根geng耕gong工" +
    "gou钩gu辜gua刮guai乖guan棺guang光gui瑰gun辊guo锅ha哈hai骸han酣hang夯hao壕he呵hei嘿hen痕heng哼hong轰hou喉hu呼hua花huai槐huan" +
    "欢huang荒hui灰hun荤huo豁ji击jia嘉jian歼jiang僵jiao蕉jie揭jin巾jing荆jiong炯jiu揪ju鞠juan捐jue撅jun均ka喀kai开kan刊kang康kao" +
    "考ke坷ken肯keng坑kong空kou抠ku枯kua夸kuai块kuan宽kuang匡kui亏kun坤kuo括la垃lai莱lan蓝lang琅lao捞le勒lei雷leng棱li厘lia俩lian" +
    "联liang粮liao撩lie列lin琳ling玲liu溜long龙lou楼lu芦lv驴luan峦lue掠lun抡luo萝ma妈mai埋man瞒mang芒mao猫me么mei玫men门meng萌mi眯" +
    "mian棉miao苗mie蔑min民ming明miu谬mo摸mou谋mu拇na拿nai氖nan南nang囊nao挠ne呢nei馁nen嫩neng能ni妮nian蔫niang娘niao鸟nie捏nin您" +
    "ning柠niu牛nong脓nu奴nv女nuan暖nue虐nuo挪o哦ou欧pa啪pai拍pan攀pang乓pao抛pei呸pen喷peng砰pi坯pian篇piao飘pie撇pin拼ping乒po坡" +
    "pu扑qi期qia掐qian牵qiang枪qiao橇qie切qin钦qing青qiong琼qiu秋qu趋quan圈que缺qun裙ran然rang瓤rao饶re惹ren壬reng扔ri日rong戎ro" +
    "u揉ru茹ruan软rui蕊run闰ruo若sa撒sai腮san三sang桑sao搔se瑟sen森seng僧sha莎shai筛shan珊shang墒shao梢she奢shen砷sheng声shi师sh" +
    "ou收shu蔬shua刷shuai摔shuan栓shuang霜shui谁shun吮shuo说si斯song松sou搜su嗽suan酸sui虽sun孙suo蓑ta塌tai胎tan坍tang汤tao掏te" +
    "特teng藤ti梯tian天tiao挑tie贴ting厅tong通tou偷tu凸tuan湍tui推tun吞tuo拖wa挖wai歪wan豌wang汪wei威wen瘟weng嗡wo挝wu巫xi昔xia瞎x" +
    "ian掀xiang相xiao萧xie楔xin薪xing星xiong兄xiu休xu墟xuan轩xue靴xun勋ya压yan焉yang殃yao邀ye椰yi一yin茵ying英yo哟yong拥you幽yu淤" +
    "yuan鸳yue曰yun耘za匝zai栽zan咱zang赃zao遭ze责zei贼zen怎zeng增zha扎zhai摘zhan瞻zhang樟zhao招zhe遮zhen珍zheng蒸zhi芝zhong中z" +
    "hou舟zhu珠zhua抓zhuai拽zhuan专zhuang桩zhui椎zhun谆zhuo捉zi兹zong鬃zou邹zu租zuan钻zui嘴zun尊zuo昨";
  // Second sounds of characters that are read in two ways, and sounds of rarer ones that names have.
  var OTHERS = "还hai行hang长zhang重chong传zhuan降xiang都dou调tiao了le什shen地di曾ceng呗bei榕rong圳zhen浏liu阱jing";
  var FIRST = 0xb0a1;
  var LAST = 0xd7f9;
  var LONGEST = 6;
  /** @type {Map<string, string[]>} */
  var read = new Map();
  /** @type {Set<string>} */
  var syllables = new Set();

  function prepare() {
    if (read.size) return;
    var bytes = [];
    for (var code = FIRST; code <= LAST; code++) {
      if ((code & 255) >= 0xa1 && (code & 255) <= 0xfe) bytes.push(code >> 8, code & 255);
    }
    /** @type {Map<string, string>} */
    var begins = new Map();
    BEGINNINGS.replace(/([a-z]+)([^a-z])/g, function (all, sound, character) {
      begins.set(character, sound);
      syllables.add(sound);
      return all;
    });
    var sound = "";
    Array.from(new TextDecoder("gbk").decode(new Uint8Array(bytes))).forEach(function (character) {
      sound = begins.get(character) || sound;
      read.set(character, [sound]);
    });
    OTHERS.replace(/([^a-z])([a-z]+)/g, function (all, character, other) {
      read.set(character, (read.get(character) || []).concat(other));
      return all;
    });
  }

  /**
   * Return how a character may be read; nothing for a rare one.
   * @param {string} character
   * @returns {string[]}
   */
  function of(character) {
    prepare();
    return read.get(character) || [];
  }

  /**
   * Return the syllables of Latin letters, as few as can be; null where they are no pinyin.
   * @param {string} letters
   * @returns {string[] | null}
   */
  function split(letters) {
    prepare();
    /** @type {(string[] | null)[]} */
    var best = [[]];
    for (var end = 1; end <= letters.length; end++) {
      best.push(null);
      for (var start = Math.max(0, end - LONGEST); start < end; start++) {
        var before = best[start];
        var known = best[end];
        if (before && syllables.has(letters.slice(start, end)) && (!known || before.length + 1 < known.length)) {
          best[end] = before.concat(letters.slice(start, end));
        }
      }
    }
    return best[letters.length];
  }

  /**
   * Return every way in which two characters may sound together.
   * @param {string} pair
   */
  function ofPair(pair) {
    /** @type {string[]} */
    var found = [];
    of(pair[0]).forEach(function (first) {
      of(pair[1]).forEach(function (second) {
        found.push(first + " " + second);
      });
    });
    return found;
  }

  return { ofPair: ofPair, split: split };
})();
