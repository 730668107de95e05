import type en from './en.js';

export default {
  consent: {
    reason:
      'Waxan waxay ka yimaadaan {host}. Si loo muujiyo, barowsarkaagu wuxuu ku xirmayaa serfarkaas iyo kuwa sawirradiisa, kuwaas oo ogaanaya cinwaankaaga IP.',
    show: 'Muuji',
    holds: 'Doorashadaadu waxay shaqaynaysaa ilaa aad ka baxdo boggan.',
  },
  frame: {
    save: 'Haddii fayl la kaydin waayay, bogga muujinaya ma oggola.',
    print: 'Haddii waxba la daabici waayo, bogga muujinaya ma oggola.',
    open: 'Ku fur bog u gaar ah',
    text: 'Muuji qoraalka si loo koobiyeeyo',
    link: 'Haddii xiriiriyuhu furmi waayo, koobiyee cinwaankiisa:',
  },
  pictures: { show: 'Muuji sawirrada' },
} satisfies typeof en;
