/* Comments whose text could escape from a comment, a literal, a docstring, a template or markup. */

  /**
   * @brief Members whose text is hostile.
   **/
  typedef enum
  {
    OrthancPluginTrick_Quote = 1,    /*!< """ */
    OrthancPluginTrick_Slash = 2,    /*!< ends in a backslash \ */
    OrthancPluginTrick_Template = 3, /*!< ${1 / 0} <% x %> */
    OrthancPluginTrick_Percent = 4,  /*!< % endfor */
    OrthancPluginTrick_Markup = 5    /*!< *a `b |c a_ .. d:: */
  } OrthancPluginTrick;

  /**
   * @brief Ends in a backslash \
   **/
  typedef struct
  {
    uint32_t  depth;  /*!< Ends in """ \ */
  } OrthancPluginTrap;

  /**
   * @brief Ends in a quote "
   **/
  typedef struct _OrthancPluginThief_t OrthancPluginThief;

  /**
   * @brief Ends in a backslash \
   **/
  typedef OrthancPluginErrorCode (*OrthancPluginTrickCallback) (const char* text);

  /**
   * @brief Text that tries to get out: """ and ''' and \" and ${x} and <%text> and `a`_ and |b| and *c* and [d](e).
   *
   * %% if True: this line begins with a percent sign
   * % for x in y:
   * ## this one is no comment of a template
   * <%def name="x()"> and </%def> and ${ and } and {{ and }} and $${x}
   * This line ends in a backslash \
   * and goes on. // And *\/ ends no comment, nor does /* begin one. ??/ is a trigraph.
   * .. image:: nothing.png
   * .. raw:: html
   * *emphasis without end and **strong and `role` and :py:func:`x` and a_ and b__ and |sub| and [1]_ and foo_
   * =====
   * Title
   * =====
   *  	A tab, a form feed  and an escape character, a vertical tab  and a bell .
   * Ünïcödé: 漢字, a zero width​space, a right to left mark ‮, a paragraph separator  and 𝄞.
   *
   * @param context The context of the plugin.
   * @param text Of """ three quotes, a backslash \ and one more at the end \
   * @param number ``literal`` and %s and %d and {0}
   * @return Ends in a quote "
   * @note % begins with a percent sign
   * @warning .. warning:: in a warning
   * @deprecated """ instead
   **/
  ORTHANC_PLUGIN_INLINE char* OrthancPluginPlayTrick(
    OrthancPluginContext* context,
    const char* text,
    int32_t number)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
    return NULL;
  }

  /**
   * @brief Text that tries to get out: """ and ''' and \" and ${x} and <%text> and `a`_ and |b| and *c* and [d](e).
   *
   * %% if True: this line begins with a percent sign
   * % for x in y:
   * ## this one is no comment of a template
   * <%def name="x()"> and </%def> and ${ and } and {{ and }} and $${x}
   * This line ends in a backslash \
   * and goes on. // And *\/ ends no comment, nor does /* begin one. ??/ is a trigraph.
   * .. image:: nothing.png
   * .. raw:: html
   * *emphasis without end and **strong and `role` and :py:func:`x` and a_ and b__ and |sub| and [1]_ and foo_
   * =====
   * Title
   * =====
   *  	A tab, a form feed  and an escape character, a vertical tab  and a bell .
   * Ünïcödé: 漢字, a zero width​space, a right to left mark ‮, a paragraph separator  and 𝄞.
   *
   * @param context The context of the plugin.
   * @param text Of """ three quotes, a backslash \ and one more at the end \
   * @param number ``literal`` and %s and %d and {0}
   * @return Ends in a quote "
   * @note % begins with a percent sign
   * @warning .. warning:: in a warning
   * @deprecated """ instead
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginThiefSteal(
    OrthancPluginContext* context,
    const OrthancPluginThief* thief)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief """"
   *
   * @param context The context of the plugin.
   * @param target \\
   **/
  ORTHANC_PLUGIN_INLINE OrthancPluginErrorCode OrthancPluginSetTrap(
    OrthancPluginContext* context,
    OrthancPluginTrap* target)
  {
    return context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }

  /**
   * @brief ""
   *
   * @param context The context of the plugin.
   * @param callback """
   **/
  ORTHANC_PLUGIN_INLINE void OrthancPluginRegisterTrickCallback(
    OrthancPluginContext* context,
    OrthancPluginTrickCallback callback)
  {
    context->InvokeService(context, _OrthancPluginService_Ask, NULL);
  }
