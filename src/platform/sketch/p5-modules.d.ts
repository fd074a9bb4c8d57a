// The parts of p5 carry no types of their own: the core is the class, an add-on is a function that is told of it.
declare module 'p5/core' {
  import p5 from 'p5';
  export default p5;
}

declare module 'p5/accessibility' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/color' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/events' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/image' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/math' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/shape' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/type' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}

declare module 'p5/utilities' {
  const addOn: (library: typeof import('p5').default) => void;
  export default addOn;
}
