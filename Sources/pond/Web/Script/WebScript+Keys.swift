#if Web
  extension WebScript {
    /// Keys as in the terminal, swipes, and one answer for one page. A key that was pressed before the page
    /// stood on the screen answers nothing (R4), and none acts while a field has the focus.
    static let keys = #"""
      (() => {
        let drawn = Infinity;
        let sent = false;
        let off = false;
        try { off = localStorage.getItem("pond-keys") === "off"; } catch (_) { /* no storage */ }
        requestAnimationFrame(() => requestAnimationFrame(() => { drawn = performance.now(); }));
        addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

        const field = "input:not([type=checkbox]):not([type=radio]),textarea,select";
        const isReady = (event) => !sent && event.timeStamp >= drawn;

        addEventListener("keydown", (event) => {
          if (off || !isReady(event) || event.repeat || event.isComposing || event.defaultPrevented) return;
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          const at = event.target instanceof Element ? event.target : document.body;
          if (at.closest(field)) {
            if (event.key === "Escape") at.blur();
            return;
          }
          const isPress = event.key === " " || event.key === "Enter";
          if (isPress && at.closest("button,a,summary,label")) return;
          const all = [...document.querySelectorAll("[data-key]")];
          const goal = all.find((one) => one.dataset.key === event.key);
          if (!goal) return;
          event.preventDefault();
          if (goal.matches(field)) goal.focus(); else goal.click();
        });

        addEventListener("submit", (event) => {
          if (!event.target.matches("form.question")) return;
          if (sent) event.preventDefault();
          sent = true;
        });

        for (const form of document.querySelectorAll("form[data-swipe]")) {
          const words = form.dataset.swipe.split(" ");
          const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
          let from = null;
          const way = (touch) => ({ x: touch.clientX - from.x, y: touch.clientY - from.y });
          const move = (x) => {
            if (!still) form.querySelector("[data-card]").style.translate = x ? x + "px" : "";
          };
          form.addEventListener("touchstart", (event) => {
            const isOne = event.touches.length === 1 && isReady(event);
            const isFree = !event.target.closest(field + ",button,a,summary,.scroll");
            const touch = event.touches[0];
            from = isOne && isFree ? { x: touch.clientX, y: touch.clientY } : null;
          }, { passive: true });
          form.addEventListener("touchmove", (event) => {
            if (!from) return;
            const at = way(event.touches[0]);
            if (event.touches.length > 1 || Math.abs(at.y) > 40 + Math.abs(at.x)) from = null;
            move(from && Math.abs(at.x) > 24 ? at.x : 0);
          }, { passive: true });
          form.addEventListener("touchcancel", () => { from = null; move(0); });
          form.addEventListener("touchend", (event) => {
            if (!from) return;
            const at = way(event.changedTouches[0]);
            from = null;
            move(0);
            if (Math.abs(at.x) < 96 || Math.abs(at.x) < 2 * Math.abs(at.y)) return;
            const word = words[at.x > 0 ? 0 : 1];
            form.querySelector('button[value="' + word + '"]').click();
          });
        }

        for (const button of document.querySelectorAll("[data-keys-off]")) {
          const show = () => { button.textContent = off ? "Turn the keys on" : "Turn the keys off"; };
          button.hidden = false;
          show();
          button.addEventListener("click", () => {
            off = !off;
            try { localStorage.setItem("pond-keys", off ? "off" : "on"); } catch (_) { /* no storage */ }
            show();
          });
        }
      })();
      """#
  }
#endif
