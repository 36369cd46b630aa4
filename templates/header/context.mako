## The context by which a plugin reaches the core, and what the core calls in a plugin.
  /* ====================================================================================================
     Context: the way from a plugin to the core, and the four functions by which the core starts a plugin.
     ==================================================================================================== */

  /**
   * @brief ?
   **/
  ORTHANC_PLUGIN_SINCE_SDK("0.8.0")
  typedef struct _OrthancPluginContext_t
  {
    /** ? */
    void* pluginsManager ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    const char* orthancVersion ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    OrthancPluginFree Free ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
    /** ? */
    OrthancPluginErrorCode (*InvokeService)(struct _OrthancPluginContext_t* context,
                                            _OrthancPluginService service,
                                            const void* params) ORTHANC_PLUGIN_SINCE_SDK("0.8.0");
  } OrthancPluginContext;

% for entry in header.entry_points:
  /**
   * @brief ?
   *
   * ?
   *
% for parameter in entry.parameters:
   * @param ${parameter.name} ?
% endfor
% if c.returns(entry):
   * @return ?
% endif
   **/
  ${c.since(entry.name)}
  ORTHANC_PLUGINS_API ${c.type(entry.result)} ${entry.name}(${c.parameters(entry.parameters)});

% endfor
