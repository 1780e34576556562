// The canvas's box and its pointer. Its size in device pixels follows its box exactly, so that it is
// sharp at every pixel ratio; a click moves the keyboard's place to what was clicked; a pointer that draws,
// be it a finger, is the canvas's mouse.
(() => {
  // resize(width, height, pixelWidth, pixelHeight): CSS px, then device px.
  tenfold.watchBox = (canvas, resize) => {
    const observer = new ResizeObserver(([entry]) => {
      const { inlineSize: width, blockSize: height } = entry.contentBoxSize[0];
      if (width === 0 || height === 0) return;
      const exact = entry.devicePixelContentBoxSize && entry.devicePixelContentBoxSize[0];
      const [pixelWidth, pixelHeight] = [width, height].map((length) => Math.round(length * devicePixelRatio));
      // The exact count differs from the computed one by a pixel at most, unless the ratio is emulated.
      const holds = exact && Math.abs(exact.inlineSize - pixelWidth) <= 1 && Math.abs(exact.blockSize - pixelHeight) <= 1;
      resize(width, height, holds ? exact.inlineSize : pixelWidth, holds ? exact.blockSize : pixelHeight);
    });
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas);  // an older Safari
    }
  };

  // wake: a frame is due. SDL reads the mouse; here it is only noticed.
  tenfold.watchPointer = (canvas, mirror, wake) => {
    for (const type of ['mousemove', 'mousedown', 'mouseenter', 'mouseleave']) {
      canvas.addEventListener(type, wake, { passive: true });
    }
    document.addEventListener('mouseup', wake, { passive: true });
    canvas.addEventListener('click', (event) => {
      const id = mirror.pressableAt(event.clientX, event.clientY);
      if (id !== undefined) mirror.focus(id, true);
    });
  };

  // Hands on to the canvas what the pointer does in the mirror's drawings, from where a finger's stroke would
  // scroll the page. A second finger is no part of the stroke.
  tenfold.passStrokesOn = (layer, canvas) => {
    const mouse = (type, { clientX, clientY, buttons }) => canvas.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX, clientY, buttons }));
    const on = (type, pass) => layer.addEventListener(type, (event) => {
      if (event.isPrimary && event.target.matches('.drawn')) pass(event);
    });
    on('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();  // or the browser would make up a mouse of its own
      event.target.setPointerCapture(event.pointerId);
      mouse('mousemove', event);
      mouse('mousedown', event);
    });
    on('pointermove', (event) => mouse('mousemove', event));
    on('pointerup', (event) => mouse('mouseup', event));
    on('pointercancel', (event) => mouse('mouseup', event));
  };
})();
