// For `node --import`: the process believes that it is SHIFT milliseconds later.
const shift = Number(process.env.SHIFT);
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...values) {
    super(...(values.length ? values : [RealDate.now() + shift]));
  }
  static now() {
    return RealDate.now() + shift;
  }
};
